package dev.llmplanner.handover.text;

/** Names that are safe in file names, host names and labels. */
public final class Slug {

    private static final int LONGEST = 40;

    private Slug() {}

    /**
     * Lower-case letters, digits and single hyphens between them, at most 40: a DNS label with room for what
     * controllers append.
     *
     * @param otherwise where nothing of the text is left; a slug itself
     */
    public static String of(String text, String otherwise) {
        StringBuilder slug = new StringBuilder();
        for (int i = 0; i < text.length() && slug.length() < LONGEST; i++) {
            char c = text.charAt(i);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            if (lower >= 'a' && lower <= 'z' || lower >= '0' && lower <= '9') {
                slug.append(lower);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        while (slug.length() > 0 && slug.charAt(slug.length() - 1) == '-') {
            slug.deleteCharAt(slug.length() - 1);
        }
        boolean letterFirst = slug.length() > 0 && slug.charAt(0) >= 'a';
        return slug.length() == 0 ? otherwise : letterFirst ? slug.toString() : "m-" + slug;
    }
}
