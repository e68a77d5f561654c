package dev.llmplanner.view.models;

import java.util.List;
import java.util.Optional;

/** A column of the table of models: speed and bandwidth first, then what they follow from. */
enum ModelColumn {
    NAME("name", null, false),
    SINGLE_USER("single-user", ColumnGroup.SPEED, true),
    SERVER_OUTPUT("server-output", ColumnGroup.SPEED, true),
    KV("kv", ColumnGroup.SPEED, true),
    GPUS("minimum-gpus", ColumnGroup.SPEED, true),
    CONFIDENCE("confidence", ColumnGroup.SPEED, false),
    VENDOR("vendor", ColumnGroup.ARCHITECTURE, false),
    TOTAL("total", ColumnGroup.ARCHITECTURE, true),
    ACTIVE("active", ColumnGroup.ARCHITECTURE, true),
    DENSITY("density", ColumnGroup.ARCHITECTURE, true),
    ATTENTION("attention", ColumnGroup.ARCHITECTURE, false),
    CONTEXT("context", ColumnGroup.ARCHITECTURE, true),
    NATIVE("native", ColumnGroup.WEIGHTS, true),
    FP8("fp8-weights", ColumnGroup.WEIGHTS, true),
    FP4("fp4-weights", ColumnGroup.WEIGHTS, true),
    INT4("int4-weights", ColumnGroup.WEIGHTS, true),
    MODALITY("modality", ColumnGroup.TERMS, false),
    LICENCE("licence", ColumnGroup.TERMS, false),
    RELEASED("released", ColumnGroup.TERMS, false);

    static final List<ModelColumn> ALL = List.of(values());

    private final String code;
    private final ColumnGroup group;
    private final boolean numeric;

    ModelColumn(String code, ColumnGroup group, boolean numeric) {
        this.code = code;
        this.group = group;
        this.numeric = numeric;
    }

    static Optional<ModelColumn> of(String code) {
        return ALL.stream().filter(column -> column.code.equals(code)).findFirst();
    }

    /** The name in links, messages and classes. */
    String code() {
        return code;
    }

    /** Empty for the name, which is never put away. */
    Optional<ColumnGroup> group() {
        return Optional.ofNullable(group);
    }

    /** Right-aligned, and largest first on the first click. */
    boolean isNumeric() {
        return numeric;
    }
}
