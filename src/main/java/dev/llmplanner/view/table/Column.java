package dev.llmplanner.view.table;

/**
 * One column.
 *
 * @param name    in links and messages
 * @param numeric right-aligned, and largest first on the first click
 */
record Column(String name, boolean numeric) {

    static Column text(String name) {
        return new Column(name, false);
    }

    static Column number(String name) {
        return new Column(name, true);
    }
}
