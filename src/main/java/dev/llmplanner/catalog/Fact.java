package dev.llmplanner.catalog;

import java.util.List;

/**
 * One fact that a record may hold, and what may stand there.
 *
 * @param pointer  JSON pointer in the record
 * @param kind     what kind of value
 * @param least    least plausible number, in {@code unit}; a value below is nearly always in another unit
 * @param greatest greatest plausible number
 * @param unit     of a number, as catalog keys spell it
 * @param choices  the words of a code
 * @param required whether a record needs it
 */
public record Fact(
        String pointer, Kind kind, double least, double greatest, String unit, List<String> choices, boolean required) {

    /** What stands in a fact. */
    public enum Kind {
        /** Any text of up to 200 characters. */
        TEXT,
        /** A list of such texts. */
        TEXTS,
        /** One of a few words. */
        CODE,
        /** A number. */
        NUMBER,
        /** A whole number. */
        INTEGER
    }

    public Fact {
        choices = List.copyOf(choices);
    }

    static Fact number(String pointer, double least, double greatest, String unit) {
        return new Fact(pointer, Kind.NUMBER, least, greatest, unit, List.of(), false);
    }

    static Fact integer(String pointer, int least, int greatest, String unit) {
        return new Fact(pointer, Kind.INTEGER, least, greatest, unit, List.of(), false);
    }

    static Fact text(String pointer) {
        return new Fact(pointer, Kind.TEXT, 0, 0, "", List.of(), false);
    }

    static Fact texts(String pointer) {
        return new Fact(pointer, Kind.TEXTS, 0, 0, "", List.of(), false);
    }

    static Fact code(String pointer, String... choices) {
        return new Fact(pointer, Kind.CODE, 0, 0, "", List.of(choices), false);
    }

    Fact needed() {
        return new Fact(pointer, kind, least, greatest, unit, choices, true);
    }

    /** Whether it takes numbers. */
    public boolean isNumber() {
        return kind == Kind.NUMBER || kind == Kind.INTEGER;
    }
}
