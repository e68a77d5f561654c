package dev.llmplanner.view.tools;

import java.util.List;

/**
 * Every key that means something, in the order of the help. {@code ShortcutTest} holds the pages to it.
 *
 * <p>Two keys of one row do opposite things, or the same.
 */
enum Shortcut {
    UNDO("undo", "Ctrl+z"),
    REDO("redo", "Ctrl+y", "Ctrl+Shift+z"),
    HELP("help", "?"),
    SEARCH("search", "/"),
    ROWS("rows", "j", "k"),
    COMPARE("compare", "c"),
    LIST("list", "ArrowDown", "ArrowUp", "Enter"),
    GRID("grid", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"),
    TABS("tabs", "ArrowLeft", "ArrowRight"),
    CLOSE("close", "Escape");

    private final String code;
    private final List<String> keys;

    Shortcut(String code, String... keys) {
        this.code = code;
        this.keys = List.of(keys);
    }

    /** The name in messages. */
    String code() {
        return code;
    }

    /** As a browser names them, with {@code Ctrl+} and {@code Shift+}. */
    List<String> keys() {
        return keys;
    }
}
