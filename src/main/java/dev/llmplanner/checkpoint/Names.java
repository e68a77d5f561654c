package dev.llmplanner.checkpoint;

/** A name that a file gives itself: text of a stranger. */
final class Names {

    private Names() {}

    /** Without markup, controls and marks that turn the reading direction, and not longer than a line. */
    static String plain(String name) {
        return plain(name, Limits.NAME_CHARACTERS);
    }

    /** The same for the path of a field, which a file may name as it likes. */
    static String place(String path) {
        return plain(path, Limits.PATH_CHARACTERS);
    }

    private static String plain(String name, int most) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length() && plain.length() < most; i++) {
            char c = name.charAt(i);
            boolean hidden = c < ' ' || c >= 0x7f && c < 0xa0 || c >= 0x200b && c <= 0x200f || c >= 0x2028 && c <= 0x202e
                    || c >= 0x2060 && c <= 0x206f || c == 0xfeff || c >= 0xd800 && c <= 0xdfff;
            if (!hidden && "<>&\"'`{}\\".indexOf(c) < 0) {
                plain.append(c);
            }
        }
        return plain.toString().trim();
    }
}
