package dev.llmplanner.browser;

import dev.llmplanner.view.text.LocaleFormatter;
import org.teavm.jso.JSObject;

/** Numbers and dates by the browser's {@code Intl}. A formatter is made once for each number of digits. */
final class IntlFormatter implements LocaleFormatter {
    private final JSObject formats;

    IntlFormatter(String language) {
        this.formats = Intl.formats(language);
    }

    @Override
    public String decimal(double value, int maximumFractionDigits) {
        return Intl.decimal(formats, value, maximumFractionDigits);
    }

    @Override
    public String significant(double value, int digits) {
        return Intl.significant(formats, value, digits);
    }

    @Override
    public String percent(double fraction, int maximumFractionDigits) {
        return Intl.percent(formats, fraction, maximumFractionDigits);
    }

    @Override
    public String day(int year, int month, int day) {
        return Intl.day(formats, year, month, day);
    }

    @Override
    public String month(int year, int month) {
        return Intl.month(formats, year, month);
    }

    @Override
    public double toDouble(String literal) {
        return Intl.toDouble(literal);
    }
}
