package dev.llmplanner.build.calibrate;

/**
 * A constant that the fit may move, on a log scale: {@code value = prior · exp(deviation · z)}, where z has a standard normal
 * prior and the value stays within its range.
 *
 * @param name      of the constants file
 * @param scope     of the constants file; empty for none
 * @param prior     what is believed without the rows
 * @param deviation how far from it is one standard deviation, natural log
 * @param low       smallest value
 * @param high      largest value
 */
record FreeConstant(String name, String scope, double prior, double deviation, double low, double high) {

    double value(double z) {
        return Math.min(high, Math.max(low, prior * StrictMath.exp(deviation * z)));
    }

    /** The place of that value. */
    double place(double value) {
        return StrictMath.log(value / prior) / deviation;
    }

    /** The nearest place within the range. */
    double clipped(double z) {
        return Math.min(place(high), Math.max(place(low), z));
    }

    /** Whether an estimate of that sample can depend on it. Classes by rule take over Hopper's and Blackwell's constants. */
    boolean touches(Sample sample) {
        String engine = sample.group().engine();
        String owner = sample.deviceClass();
        boolean byRule = !owner.equals("hopper") && !owner.equals("blackwell");
        return scope.isEmpty() || scope.equals(engine) || scope.equals(owner)
                || byRule && (scope.equals("hopper") || scope.equals("blackwell"));
    }
}
