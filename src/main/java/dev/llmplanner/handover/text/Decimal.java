package dev.llmplanner.handover.text;

/** Numbers as programs read them: a point, no grouping, no exponent. */
public final class Decimal {

    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    private Decimal() {}

    /** A whole number. */
    public static String whole(double value) {
        return of(Math.floor(value + 0.5), 0);
    }

    /**
     * The number with at most that many decimals, rounded half up, without trailing zeros.
     *
     * @param value below 2⁵³ when it is scaled
     */
    public static String of(double value, int maximumDecimals) {
        double scale = 1;
        for (int i = 0; i < maximumDecimals; i++) {
            scale *= 10;
        }
        double scaled = Math.floor(Math.abs(value) * scale + 0.5);
        if (!(scaled < LARGEST_EXACT)) {
            throw new IllegalArgumentException("too large to be written exactly");
        }
        StringBuilder digits = new StringBuilder();
        int decimals = maximumDecimals;
        double rest = scaled;
        while (rest >= 1 || digits.length() <= maximumDecimals) {
            double tenth = Math.floor(rest / 10);
            digits.append((char) ('0' + (int) (rest - tenth * 10)));
            rest = tenth;
        }
        digits.reverse();
        while (decimals > 0 && digits.charAt(digits.length() - 1) == '0') {
            digits.deleteCharAt(digits.length() - 1);
            decimals--;
        }
        if (decimals > 0) {
            digits.insert(digits.length() - decimals, '.');
        }
        return (value < 0 && scaled > 0 ? "-" : "") + digits;
    }
}
