package dev.llmplanner.view.text;

/** What only the platform knows of a language: the browser answers by {@code Intl}, the JVM by its CLDR tables. */
public interface LocaleFormatter {

    /** Grouped, rounded half away from zero, no trailing zeros, never {@code -0}. */
    String decimal(double value, int maximumFractionDigits);

    /** As {@link #decimal}, but rounded to significant digits. */
    String significant(double value, int digits);

    /** As {@link #decimal}, of the hundredfold, with the sign of per cent. */
    String percent(double fraction, int maximumFractionDigits);

    /** A day, with the month's short name where the language uses one. */
    String day(int year, int month, int day);

    /** A month of a year. */
    String month(int year, int month);

    /** The nearest double of a plain literal: digits, at most one point, at most one exponent, perhaps a sign. */
    double toDouble(String literal);
}
