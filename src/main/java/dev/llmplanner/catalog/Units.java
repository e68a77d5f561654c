package dev.llmplanner.catalog;

import java.util.OptionalDouble;

/** Units of the catalog files, in base units. */
final class Units {

    static final double GIB = 1_073_741_824.0;
    static final double MIB = 1_048_576.0;
    static final double GIGA = 1e9;
    static final double TERA = 1e12;
    static final double KILO = 1e3;

    private Units() {}

    /** The value times a unit, where there is a value. */
    static OptionalDouble times(OptionalDouble value, double unit) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * unit) : OptionalDouble.empty();
    }
}
