package dev.llmplanner.engine.cost;

/**
 * A figure that isn't known to the last digit: an amount, watts, racks. The unit is that of its owner.
 *
 * @param low     least plausible, ≥ 0
 * @param typical usual; ≥ {@code low}
 * @param high    greatest plausible; ≥ {@code typical}
 */
public record Range(double low, double typical, double high) {

    /** Nothing. */
    public static final Range ZERO = new Range(0, 0, 0);

    public Range {
        if (!(low >= 0 && low <= typical && typical <= high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("low " + low + ", typical " + typical + ", high " + high);
        }
    }

    /** One published value: low, typical and high alike. */
    public static Range of(double value) {
        return new Range(value, value, value);
    }

    /** Two published values: the midpoint stands for the typical one, and is derived. */
    public static Range between(double low, double high) {
        return new Range(low, low + (high - low) / 2, high);
    }

    public Range plus(Range other) {
        return new Range(low + other.low, typical + other.typical, high + other.high);
    }

    /** @param factor ≥ 0 */
    public Range times(double factor) {
        return new Range(low * factor, typical * factor, high * factor);
    }

    /** Low with low, typical with typical, high with high: both are dear at once, or neither. */
    public Range times(Range factor) {
        return new Range(low * factor.low, typical * factor.typical, high * factor.high);
    }
}
