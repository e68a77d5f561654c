package dev.llmplanner.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The browser's {@code Intl}. */
final class Intl {

    private Intl() {
    }

    @JSBody(params = {"language", "digits"}, script =
            "return new Intl.NumberFormat(language, {maximumFractionDigits: digits});")
    static native JSObject decimal(String language, int digits);

    @JSBody(params = {"language", "digits"}, script =
            "return new Intl.NumberFormat(language, {maximumSignificantDigits: digits});")
    static native JSObject significant(String language, int digits);

    @JSBody(params = {"language", "digits"}, script =
            "return new Intl.NumberFormat(language, {style: 'percent', maximumFractionDigits: digits});")
    static native JSObject percent(String language, int digits);

    @JSBody(params = "language", script =
            "return new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeZone: 'UTC'});")
    static native JSObject days(String language);

    @JSBody(params = "language", script =
            "return new Intl.DateTimeFormat(language, {year: 'numeric', month: 'short', timeZone: 'UTC'});")
    static native JSObject months(String language);

    /** Without the sign that {@code Intl} puts before a rounded zero. */
    @JSBody(params = {"format", "value"}, script =
            "var text = format.format(value); return text === format.format(-0) ? format.format(0) : text;")
    static native String format(JSObject format, double value);

    @JSBody(params = {"format", "year", "month", "day"}, script =
            "return format.format(new Date(Date.UTC(year, month - 1, day)));")
    static native String formatDay(JSObject format, int year, int month, int day);

    @JSBody(params = "literal", script = "return Number(literal);")
    static native double toDouble(String literal);
}
