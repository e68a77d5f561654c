package dev.llmplanner.catalog;

import java.util.List;

/**
 * Why a value can't stand in a record.
 *
 * @param pointer JSON pointer of the value; empty for the record itself
 * @param code    {@code out-of-range}, {@code wrong-type}, {@code unknown-member}, {@code missing}, {@code too-long},
 *                {@code unknown-value}, {@code unknown-reference}, {@code sparse}, {@code too-fast}, {@code disagrees}
 * @param words   that may stand there
 * @param numbers the ends of a range, or a better value
 * @param unit    of those numbers
 */
public record FactProblem(String pointer, String code, List<String> words, List<Double> numbers, String unit) {

    public FactProblem {
        words = List.copyOf(words);
        numbers = List.copyOf(numbers);
    }

    /** A problem whose remedy is words. */
    public static FactProblem of(String pointer, String code, String... words) {
        return new FactProblem(pointer, code, List.of(words), List.of(), "");
    }

    /** A problem whose remedy is numbers in that unit. */
    public static FactProblem numbers(String pointer, String code, String unit, Double... numbers) {
        return new FactProblem(pointer, code, List.of(), List.of(numbers), unit);
    }
}
