package dev.llmplanner.view.models;

import java.util.List;

/** Columns that are put away and brought back together. */
enum ColumnGroup {
    SPEED("speed"),
    ARCHITECTURE("architecture"),
    WEIGHTS("weights"),
    TERMS("terms");

    static final List<ColumnGroup> ALL = List.of(values());

    private final String code;

    ColumnGroup(String code) {
        this.code = code;
    }

    /** The name in links, messages and classes. */
    String code() {
        return code;
    }
}
