package dev.llmplanner.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against {@code StrictMath}, which is exact to a unit in the last place. */
class ExponentialTest {

    private final Random random = new Random(7);

    @Test
    void exponentialsDifferByTwoUnitsAtMost() {
        for (int i = 0; i < 200_000; i++) {
            double x = (random.nextDouble() - 0.5) * (i % 2 == 0 ? 4 : 1400);
            double expected = StrictMath.exp(x);

            assertThat(Exponential.exp(x)).as("exp(%s)", x).isCloseTo(expected, within(2 * Math.ulp(expected)));
        }
    }

    @Test
    void logarithmsDifferByTwoUnitsAtMost() {
        for (int i = 0; i < 200_000; i++) {
            double x = i % 3 == 0 ? 0.3 + 2 * random.nextDouble()
                    : i % 3 == 1 ? 1e6 * random.nextDouble() : StrictMath.exp(1400 * (random.nextDouble() - 0.5));
            double expected = StrictMath.log(x);

            assertThat(Exponential.log(x)).as("log(%s)", x).isCloseTo(expected, within(2 * Math.ulp(expected)));
        }
    }

    @Test
    void powersDifferByTheirExponentsUnits() {
        for (int i = 0; i < 100_000; i++) {
            double x = 1000 * random.nextDouble();
            double y = 6 * random.nextDouble() - 2;
            double expected = StrictMath.pow(x, y);
            double units = 2 + 2 * Math.abs(y * StrictMath.log(x));

            assertThat(Exponential.pow(x, y)).as("%s^%s", x, y).isCloseTo(expected, within(units * Math.ulp(expected)));
        }
    }

    @Test
    void limitsAreThoseOfMath() {
        double[] edges = {0, 1, -1, 2, 1023.5, 709.78, -708.3, 710, -800, Double.MIN_VALUE, 1e-310, Double.MIN_NORMAL,
            Double.MAX_VALUE, 65536, 1.0 / 32768, Math.nextDown(1.0 / 32768), Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
            Double.NaN};
        for (double edge : edges) {
            close(Exponential.log(edge), StrictMath.log(edge));
            close(Exponential.exp(edge), edge == -800 ? 0 : StrictMath.exp(edge));
        }
        assertThat(Exponential.pow(0, 2)).isEqualTo(0);
        assertThat(Exponential.pow(0, 0)).isEqualTo(1);
        assertThat(Exponential.pow(7, 1)).isEqualTo(7);
    }

    private static void close(double actual, double expected) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(Double.valueOf(actual)).isEqualTo(Double.valueOf(expected));
        } else {
            assertThat(actual).isCloseTo(expected, within(2 * Math.ulp(expected)));
        }
    }
}
