package dev.llmplanner.view.table;

/**
 * One column.
 *
 * @param name    in links and messages
 * @param numeric right-aligned, and largest first on the first click
 */
public record Column(String name, boolean numeric) {

    /** A column of texts. */
    public static Column text(String name) {
        return new Column(name, false);
    }

    /** A column of numbers. */
    public static Column number(String name) {
        return new Column(name, true);
    }
}
