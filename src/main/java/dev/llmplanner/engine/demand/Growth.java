package dev.llmplanner.engine.demand;

/**
 * How demand grows: evenly in proportion, {@code factor = (1 + fractionPerYear)^(month / 12)}. Whole years are multiplied
 * and the months between lie on a straight line, so that every runtime gives the same digits.
 *
 * @param fractionPerYear &gt; −1; 0.5 is half as much again
 * @param planMonth       that is planned for; 0 is today
 */
public record Growth(double fractionPerYear, int planMonth) {

    /** Today's demand. */
    public static final Growth NONE = new Growth(0, 0);

    private static final int MONTHS = 12;

    public Growth {
        if (!(fractionPerYear > -1) || planMonth < 0) {
            throw new IllegalArgumentException("fractionPerYear " + fractionPerYear + ", planMonth " + planMonth);
        }
    }

    /** Demand in that month over today's. */
    public double factor(int month) {
        double factor = 1;
        for (int year = 0; year < month / MONTHS; year++) {
            factor *= 1 + fractionPerYear;
        }
        return factor * (1 + fractionPerYear * (month % MONTHS) / MONTHS);
    }
}
