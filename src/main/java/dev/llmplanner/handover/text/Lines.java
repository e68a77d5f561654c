package dev.llmplanner.handover.text;

/** Text on one line. */
public final class Lines {

    private Lines() {}

    /** The text without line breaks and controls, which become spaces. */
    public static String single(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean breaks = c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029;
            line.append(breaks ? ' ' : c);
        }
        return line.toString();
    }
}
