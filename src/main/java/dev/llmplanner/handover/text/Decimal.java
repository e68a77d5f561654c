package dev.llmplanner.handover.text;

/** Numbers as programs read them: a point, no grouping, no exponent. */
public final class Decimal {

    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    private static final double SMALLEST_PLAIN = 1e-4;
    private static final int MOST_DECIMALS = 12;

    private Decimal() {}

    /**
     * The number with up to twelve decimals, as far as a double holds them, and with an exponent beyond what can be
     * written without.
     */
    public static String precise(double value) {
        double size = Math.abs(value);
        if (size >= LARGEST_EXACT || size > 0 && size < SMALLEST_PLAIN) {
            int exponent = 0;
            double mantissa = size;
            while (mantissa >= 10) {
                mantissa /= 10;
                exponent++;
            }
            while (mantissa < 1) {
                mantissa *= 10;
                exponent--;
            }
            return (value < 0 ? "-" : "") + of(mantissa, MOST_DECIMALS) + "e" + of(exponent, 0);
        }
        int decimals = 0;
        double scaled = size * 10;
        while (decimals < MOST_DECIMALS && scaled < LARGEST_EXACT - 1) {
            decimals++;
            scaled *= 10;
        }
        return of(value, decimals);
    }

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
