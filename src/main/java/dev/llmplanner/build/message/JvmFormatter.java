package dev.llmplanner.build.message;

import dev.llmplanner.view.text.LocaleFormatter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Numbers by the JDK's CLDR tables.
 *
 * <p>A double is rounded by its shortest decimal text, half away from zero, as {@code Intl} does: 1.005 at two digits is
 * 1.01.
 */
public final class JvmFormatter implements LocaleFormatter {
    private final Locale locale;

    public JvmFormatter(String language) {
        this.locale = Locale.forLanguageTag(language);
    }

    @Override
    public String decimal(double value, int maximumFractionDigits) {
        return write(NumberFormat.getNumberInstance(locale), value, maximumFractionDigits);
    }

    @Override
    public String significant(double value, int digits) {
        BigDecimal rounded = new BigDecimal(Double.toString(value)).round(new MathContext(digits, RoundingMode.HALF_UP));
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, rounded.scale()));
        return format.format(rounded);
    }

    @Override
    public String percent(double fraction, int maximumFractionDigits) {
        return write(NumberFormat.getPercentInstance(locale), fraction, maximumFractionDigits);
    }

    @Override
    public double toDouble(String literal) {
        return Double.parseDouble(literal);
    }

    private static String write(NumberFormat format, double value, int maximumFractionDigits) {
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(maximumFractionDigits);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return format.format(value);
        }
        BigDecimal exact = new BigDecimal(Double.toString(value));
        String zero = format.format(BigDecimal.ZERO);
        String text = format.format(exact);
        return text.equals("-" + zero) ? zero : text;
    }
}
