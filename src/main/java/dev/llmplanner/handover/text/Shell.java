package dev.llmplanner.handover.text;

/** Words of a POSIX shell. */
public final class Shell {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./:,=@%+";

    private Shell() {}

    /** The text as one word, in which nothing is expanded. */
    public static String word(String text) {
        boolean plain = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            plain &= PLAIN.indexOf(text.charAt(i)) >= 0;
        }
        return plain ? text : "'" + text.replace("\0", "").replace("'", "'\\''") + "'";
    }

    /** The text behind a {@code #}: on one line. */
    public static String comment(String text) {
        return "# " + Lines.single(text);
    }
}
