package dev.llmplanner.view.models;

import java.util.List;

/** How the rows are put together. */
enum Arrangement {
    VENDOR("vendor"),
    TIER("tier"),
    /** One list, for sorting all of them. */
    LIST("list");

    static final List<Arrangement> ALL = List.of(values());

    private final String code;

    Arrangement(String code) {
        this.code = code;
    }

    /** The name in links and messages. */
    String code() {
        return code;
    }
}
