package dev.llmplanner.view.node;

/** Writes a length for SVG. Whole-number arithmetic, since a double's own text is large and differs under TeaVM. */
final class Coordinate {
    private static final double LIMIT = 20_000_000;

    private Coordinate() {
    }

    /** At most two decimals, no exponent. */
    static String text(double value) {
        if (!(Math.abs(value) <= LIMIT)) {
            throw new IllegalArgumentException("not a coordinate");
        }
        int hundredths = (int) Math.round(Math.abs(value) * 100);
        String sign = value < 0 && hundredths > 0 ? "-" : "";
        String whole = sign + hundredths / 100;
        int rest = hundredths % 100;
        if (rest == 0) {
            return whole;
        }
        if (rest % 10 == 0) {
            return whole + "." + rest / 10;
        }
        return whole + (rest < 10 ? ".0" : ".") + rest;
    }
}
