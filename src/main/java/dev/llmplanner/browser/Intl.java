package dev.llmplanner.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The browser's {@code Intl}. */
final class Intl {

    private Intl() {
    }

    /**
     * The formats of a language, each made when it is first used.
     *
     * <p>{@code number} leaves out the sign that {@code Intl} puts before a rounded zero.
     */
    @JSBody(params = "language", script = "var made = {};"
            + "function cached(key, make) { return made[key] || (made[key] = make()); }"
            + "return {"
            + "number: function(value, key, options) {"
            + "  var format = cached(key, function() { return new Intl.NumberFormat(language, options); });"
            + "  var text = format.format(value);"
            + "  return text.charAt(0) === '-' && text === format.format(-0) ? format.format(0) : text; },"
            + "date: function(year, month, day, key, options) {"
            + "  var format = cached(key, function() { return new Intl.DateTimeFormat(language, options); });"
            + "  return format.format(new Date(Date.UTC(year, month - 1, day))); } };")
    static native JSObject formats(String language);

    @JSBody(params = {"formats", "value", "digits"}, script =
            "return formats.number(value, 'd' + digits, {maximumFractionDigits: digits});")
    static native String decimal(JSObject formats, double value, int digits);

    @JSBody(params = {"formats", "value", "digits"}, script =
            "return formats.number(value, 's' + digits, {maximumSignificantDigits: digits});")
    static native String significant(JSObject formats, double value, int digits);

    @JSBody(params = {"formats", "value", "digits"}, script =
            "return formats.number(value, 'p' + digits, {style: 'percent', maximumFractionDigits: digits});")
    static native String percent(JSObject formats, double value, int digits);

    @JSBody(params = {"formats", "year", "month", "day"}, script =
            "return formats.date(year, month, day, 'day', {dateStyle: 'medium', timeZone: 'UTC'});")
    static native String day(JSObject formats, int year, int month, int day);

    @JSBody(params = {"formats", "year", "month"}, script =
            "return formats.date(year, month, 1, 'month', {year: 'numeric', month: 'short', timeZone: 'UTC'});")
    static native String month(JSObject formats, int year, int month);

    @JSBody(params = "literal", script = "return Number(literal);")
    static native double toDouble(String literal);
}
