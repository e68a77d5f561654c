package dev.llmplanner.view.text;

/** Numbers of a language: the page answers by {@link DecimalText}, the JVM by its CLDR tables. */
public interface LocaleFormatter {

    /** Grouped, rounded half away from zero, no trailing zeros, never {@code -0}. */
    String decimal(double value, int maximumFractionDigits);

    /** As {@link #decimal}, but rounded to significant digits. */
    String significant(double value, int digits);

    /** As {@link #decimal}, of the hundredfold, with the sign of per cent. */
    String percent(double fraction, int maximumFractionDigits);

    /** The nearest double of a plain literal: digits, at most one point, at most one exponent, perhaps a sign. */
    double toDouble(String literal);
}
