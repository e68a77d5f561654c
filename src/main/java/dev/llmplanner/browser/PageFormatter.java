package dev.llmplanner.browser;

import dev.llmplanner.view.text.DecimalText;
import dev.llmplanner.view.text.LocaleFormatter;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * Numbers and dates as the browser's {@code Intl} writes them. Numbers come from {@link DecimalText}: the browser takes a tenth
 * of the first screen's time to make its formats.
 */
final class PageFormatter implements LocaleFormatter {
    private final JSObject dates;

    PageFormatter(String language) {
        this.dates = dates(language);
    }

    @Override
    public String decimal(double value, int maximumFractionDigits) {
        return isFinite(value) ? DecimalText.decimal(shortest(value), 0, maximumFractionDigits) : endless(value);
    }

    @Override
    public String significant(double value, int digits) {
        return isFinite(value) ? DecimalText.significant(shortest(value), digits) : endless(value);
    }

    @Override
    public String percent(double fraction, int maximumFractionDigits) {
        return (isFinite(fraction) ? DecimalText.decimal(shortest(fraction), 2, maximumFractionDigits) : endless(fraction)) + "%";
    }

    @Override
    public String day(int year, int month, int day) {
        return date(dates, year, month, day, "medium");
    }

    @Override
    public String month(int year, int month) {
        return date(dates, year, month, 1, "");
    }

    @Override
    public double toDouble(String literal) {
        return number(literal);
    }

    private static boolean isFinite(double value) {
        return value - value == 0;
    }

    @JSBody(params = "value", script = "return value > 0 ? '∞' : value < 0 ? '-∞' : 'NaN';")
    private static native String endless(double value);

    /** Writes a day in a style, or a month where that is empty. */
    @JSBody(params = "language", script = "var made = {}; return function(y, m, d, style) {"
            + " return (made[style] || (made[style] = new Intl.DateTimeFormat(language, style"
            + " ? {dateStyle: style, timeZone: 'UTC'} : {year: 'numeric', month: 'short', timeZone: 'UTC'})))"
            + ".format(new Date(Date.UTC(y, m - 1, d))); };")
    private static native JSObject dates(String language);

    @JSBody(params = {"dates", "year", "month", "day", "style"}, script = "return dates(year, month, day, style);")
    private static native String date(JSObject dates, int year, int month, int day, String style);

    /** The shortest decimal text, with an exponent. */
    @JSBody(params = "value", script = "return value.toExponential();")
    private static native String shortest(double value);

    @JSBody(params = "literal", script = "return Number(literal);")
    private static native double number(String literal);
}
