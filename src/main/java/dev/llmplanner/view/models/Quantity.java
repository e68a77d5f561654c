package dev.llmplanner.view.models;

import java.util.List;

/** A number of the reference workload that the reader may change. */
enum Quantity {
    INPUT("in", 1_000_000),
    OUTPUT("out", 1_000_000),
    USERS("users", 100_000);

    static final List<Quantity> ALL = List.of(values());

    private final String code;
    private final int most;

    Quantity(String code, int most) {
        this.code = code;
        this.most = most;
    }

    /** The name in links and messages, as the Calculator's field has it. */
    String code() {
        return code;
    }

    /** The largest number that is taken. */
    int most() {
        return most;
    }
}
