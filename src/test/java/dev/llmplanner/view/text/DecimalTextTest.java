package dev.llmplanner.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.message.JvmFormatter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first screen's numbers and dates are those of the CLDR tables, which a test in the browser holds equal to {@code Intl}. */
class DecimalTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void numbersAreThoseOfTheTables(String language) {
        JvmFormatter tables = new JvmFormatter(language);
        for (double value : values()) {
            String shortest = shortest(value);
            for (int digits = 0; digits <= 3; digits++) {
                assertThat(DecimalText.decimal(shortest, 0, digits)).as(value + " at " + digits)
                        .isEqualTo(tables.decimal(value, digits));
                assertThat(DecimalText.decimal(shortest, 2, digits) + "%").as(value + " in per cent at " + digits)
                        .isEqualTo(tables.percent(value, digits));
                assertThat(DecimalText.significant(shortest, digits + 1)).as(value + " to " + (digits + 1))
                        .isEqualTo(tables.significant(value, digits + 1));
            }
        }
    }

    private static List<Double> values() {
        Random random = new Random(7);
        List<Double> values = new ArrayList<>(List.of(0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, 0.05, 0.0005, 1.005, 0.045, 0.125, 9.5, 99.5, 999.5, 999.995,
                999_999.5, 1000.0, -1000.25, 100_000.0, 1e15, 123_456_789.0, -0.0004, 4096.0, 0.9996));
        for (int i = 0; i < 3000; i++) {
            values.add((random.nextDouble() - 0.2) * Math.pow(10, random.nextInt(16) - 5));
            values.add(random.nextInt(20_000) / 1000.0);
        }
        return values;
    }

    /** As JavaScript writes it with an exponent. */
    private static String shortest(double value) {
        BigDecimal plain = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = plain.unscaledValue().abs().toString();
        int exponent = plain.signum() == 0 ? 0 : plain.precision() - plain.scale() - 1;
        return (plain.signum() < 0 ? "-" : "") + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e" + (exponent < 0 ? "" : "+") + exponent;
    }
}
