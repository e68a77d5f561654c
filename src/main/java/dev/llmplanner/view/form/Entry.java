package dev.llmplanner.view.form;

/**
 * One field.
 *
 * @param name    in links, element ids and messages
 * @param initial what it holds on a first visit; blank for a number that may be left out
 * @param least   of a number
 * @param most    of a number
 * @param blank   whether it may be left out
 */
public record Entry(String name, String initial, Kind kind, double least, double most, boolean blank) {

    /** A field that may be blank where it is on a first visit. */
    public Entry(String name, String initial, Kind kind, double least, double most) {
        this(name, initial, kind, least, most, initial.isEmpty());
    }

    /** What a field takes. */
    public enum Kind {
        /** A whole number. */
        COUNT,
        /** Any number. */
        NUMBER,
        /** One of some words. */
        CHOICE,
        /** Anything. */
        TEXT
    }

    /** A whole number within these bounds. */
    public static Entry count(String name, int initial, double least, double most) {
        return new Entry(name, Integer.toString(initial), Kind.COUNT, least, most);
    }

    /** A number within these bounds, or nothing. */
    public static Entry optional(String name, double least, double most) {
        return new Entry(name, "", Kind.NUMBER, least, most);
    }

    /** A number within these bounds, with one to begin with. */
    public static Entry number(String name, String initial, double least, double most) {
        return new Entry(name, initial, Kind.NUMBER, least, most);
    }

    /** The same field, which may be left out although it holds something on a first visit. */
    public Entry orBlank() {
        return new Entry(name, initial, kind, least, most, true);
    }

    /** One of some words. */
    public static Entry choice(String name, String initial) {
        return new Entry(name, initial, Kind.CHOICE, 0, 0);
    }

    /** Any text. */
    public static Entry text(String name) {
        return new Entry(name, "", Kind.TEXT, 0, 0);
    }

    boolean isNumber() {
        return kind == Kind.COUNT || kind == Kind.NUMBER;
    }
}
