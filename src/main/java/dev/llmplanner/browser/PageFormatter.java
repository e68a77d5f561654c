package dev.llmplanner.browser;

import dev.llmplanner.view.text.DecimalText;
import dev.llmplanner.view.text.LocaleFormatter;
import org.teavm.jso.JSBody;

/**
 * Numbers as the browser's {@code Intl} writes them, by {@link DecimalText}: the browser takes a tenth of the first screen's time to
 * make its formats.
 */
final class PageFormatter implements LocaleFormatter {
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
    public double toDouble(String literal) {
        return number(literal);
    }

    private static boolean isFinite(double value) {
        return value - value == 0;
    }

    @JSBody(params = "value", script = "return value > 0 ? '∞' : value < 0 ? '-∞' : 'NaN';")
    private static native String endless(double value);

    /** The shortest decimal text, with an exponent. */
    @JSBody(params = "value", script = "return value.toExponential();")
    private static native String shortest(double value);

    @JSBody(params = "literal", script = "return Number(literal);")
    private static native double number(String literal);
}
