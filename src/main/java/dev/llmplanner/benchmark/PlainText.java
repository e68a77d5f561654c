package dev.llmplanner.benchmark;

/** Text of a stranger's file as it may be shown. */
final class PlainText {

    private static final int NAME = 200;
    private static final int PLACE = 300;

    private PlainText() {}

    /** Without markup, controls and marks that turn the reading direction, and not longer than a line. */
    static String name(String text) {
        return plain(text, NAME);
    }

    /** The same for the way to a field. */
    static String place(String text) {
        return plain(text, PLACE);
    }

    private static String plain(String text, int most) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length() && plain.length() < most; i++) {
            char c = text.charAt(i);
            boolean hidden = c < ' ' || c >= 0x7f && c < 0xa0 || c >= 0x200b && c <= 0x200f || c >= 0x2028 && c <= 0x202e
                    || c >= 0x2060 && c <= 0x206f || c == 0xfeff || c >= 0xd800 && c <= 0xdfff;
            if (!hidden && "<>&\"'`{}\\".indexOf(c) < 0) {
                plain.append(c);
            }
        }
        return plain.toString().trim();
    }
}
