package dev.llmplanner.browser;

import dev.llmplanner.view.text.LocaleFormatter;
import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSObject;

/** Numbers and dates by the browser's {@code Intl}. A formatter is made once for each number of digits. */
final class IntlFormatter implements LocaleFormatter {
    private final String language;
    private final Map<Integer, JSObject> decimals = new HashMap<>();
    private final Map<Integer, JSObject> significants = new HashMap<>();
    private final Map<Integer, JSObject> percents = new HashMap<>();
    private JSObject days;
    private JSObject months;

    IntlFormatter(String language) {
        this.language = language;
    }

    @Override
    public String decimal(double value, int maximumFractionDigits) {
        JSObject format = decimals.get(maximumFractionDigits);
        if (format == null) {
            format = Intl.decimal(language, maximumFractionDigits);
            decimals.put(maximumFractionDigits, format);
        }
        return Intl.format(format, value);
    }

    @Override
    public String significant(double value, int digits) {
        JSObject format = significants.get(digits);
        if (format == null) {
            format = Intl.significant(language, digits);
            significants.put(digits, format);
        }
        return Intl.format(format, value);
    }

    @Override
    public String percent(double fraction, int maximumFractionDigits) {
        JSObject format = percents.get(maximumFractionDigits);
        if (format == null) {
            format = Intl.percent(language, maximumFractionDigits);
            percents.put(maximumFractionDigits, format);
        }
        return Intl.format(format, fraction);
    }

    @Override
    public String day(int year, int month, int day) {
        if (days == null) {
            days = Intl.days(language);
        }
        return Intl.formatDay(days, year, month, day);
    }

    @Override
    public String month(int year, int month) {
        if (months == null) {
            months = Intl.months(language);
        }
        return Intl.formatDay(months, year, month, 1);
    }

    @Override
    public double toDouble(String literal) {
        return Intl.toDouble(literal);
    }
}
