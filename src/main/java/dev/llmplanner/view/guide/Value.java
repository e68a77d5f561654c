package dev.llmplanner.view.guide;

import java.util.OptionalDouble;

/**
 * What a name in a guide stands for at present.
 *
 * @param number in base units; absent for words, and where it is unknown
 * @param word   as people read it, or the sign for none; blank for numbers, and where it is unknown
 */
record Value(Measure measure, OptionalDouble number, String word) {

    /** Can't be computed, or nobody published it. */
    static final Value UNKNOWN = new Value(Measure.NUMBER, OptionalDouble.empty(), "");

    static Value of(Measure measure, double number) {
        return new Value(measure, OptionalDouble.of(number), "");
    }

    static Value of(Measure measure, OptionalDouble number) {
        return new Value(measure, number, "");
    }

    static Value of(String word) {
        return new Value(Measure.WORD, OptionalDouble.empty(), word);
    }

    /** No figure, for a reason that is known; written by that sign. */
    Value none(String sign) {
        return new Value(measure, OptionalDouble.empty(), sign);
    }

    boolean isKnown() {
        return number.isPresent() || !word.isEmpty();
    }

    Value as(Measure other) {
        return new Value(other, number, word);
    }
}
