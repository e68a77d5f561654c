package dev.llmplanner.view.embed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of the Calculator is shown. */
enum Shape {
    /** Fields and answer. */
    CALCULATOR("calculator"),
    /** The answer without fields. */
    ANSWER("answer"),
    /** The verdict with its figures. */
    VERDICT("verdict");

    /** All codes. */
    static final List<String> CODES = Stream.of(values()).map(Shape::code).toList();

    private final String code;

    Shape(String code) {
        this.code = code;
    }

    /** The name in the parameter {@code view}. */
    String code() {
        return code;
    }

    static Optional<Shape> of(String code) {
        return Stream.of(values()).filter(shape -> shape.code.equals(code)).findFirst();
    }
}
