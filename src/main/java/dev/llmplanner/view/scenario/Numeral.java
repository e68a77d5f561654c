package dev.llmplanner.view.scenario;

/** Writes a number as a person would type it: no grouping, no exponent. */
public final class Numeral {
    private static final int DIGITS = 4;
    private static final int SCALE = 10_000;

    private Numeral() {}

    /** Rounded to four decimals; without trailing zeros. */
    public static String text(double value) {
        double size = Math.floor(Math.abs(value) * SCALE + 0.5);
        double whole = Math.floor(size / SCALE);
        int rest = (int) (size - whole * SCALE);
        StringBuilder out = new StringBuilder();
        do {
            double tens = Math.floor(whole / 10);
            out.insert(0, (char) ('0' + (int) (whole - tens * 10)));
            whole = tens;
        } while (whole > 0);
        if (rest > 0) {
            String decimals = Integer.toString(SCALE + rest).substring(1);
            int end = DIGITS;
            while (decimals.charAt(end - 1) == '0') {
                end--;
            }
            out.append('.').append(decimals, 0, end);
        }
        return value < 0 && size > 0 ? "-" + out : out.toString();
    }
}
