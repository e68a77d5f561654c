package dev.llmplanner.handover.text;

/** UTF-8. */
public final class Utf8 {

    private static final int REPLACEMENT = 0xfffd;

    private Utf8() {}

    /** The bytes of a text; half a surrogate pair becomes the replacement character. */
    public static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (Character.isHighSurrogate((char) c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                c = Character.toCodePoint((char) c, text.charAt(++i));
            } else if (Character.isSurrogate((char) c)) {
                c = REPLACEMENT;
            }
            if (c < 0x80) {
                bytes[size++] = (byte) c;
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xc0 | c >> 6);
                bytes[size++] = continued(c);
            } else if (c < 0x10000) {
                bytes[size++] = (byte) (0xe0 | c >> 12);
                bytes[size++] = continued(c >> 6);
                bytes[size++] = continued(c);
            } else {
                bytes[size++] = (byte) (0xf0 | c >> 18);
                bytes[size++] = continued(c >> 12);
                bytes[size++] = continued(c >> 6);
                bytes[size++] = continued(c);
            }
        }
        byte[] exact = new byte[size];
        System.arraycopy(bytes, 0, exact, 0, size);
        return exact;
    }

    private static byte continued(int bits) {
        return (byte) (0x80 | bits & 0x3f);
    }
}
