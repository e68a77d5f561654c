package dev.llmplanner.engine.math;

/**
 * Exponential, logarithm and power of additions, products and quotients alone, which are the same to the last bit on the JVM
 * and in every browser; {@code Math.exp}, {@code log} and {@code pow} aren't.
 *
 * <p>{@code exp(x) = 2ᵏ·exp(r)} with {@code |r| ≤ ln 2 / 2}, and {@code log(2ᵏ·(1 + f)) = k·ln 2 + log(1 + f)}, each with a
 * rational approximation of the rest. Errors stay below 1.5 units in the last place; of a power below
 * {@code 1 + 2·|y·ln x|} units.
 *
 * @see <a href="https://www.netlib.org/fdlibm/">fdlibm: e_exp.c, e_log.c</a>
 */
public final class Exponential {

    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double ONE_BY_LN2 = 1.44269504088896338700;
    private static final double ROOT_2 = 1.4142135623730951;
    private static final double LEAST_NORMAL = 2.2250738585072014e-308;
    private static final double TOO_LARGE = 709.782712893383973096;
    private static final double TOO_SMALL = -708.3964185322641;

    private static final int MOST = 1023;
    private static final double[] POWERS = powers();

    private Exponential() {}

    private static double[] powers() {
        double[] powers = new double[MOST + 1];
        powers[0] = 1;
        for (int k = 1; k <= MOST; k++) {
            powers[k] = 2 * powers[k - 1];
        }
        return powers;
    }

    /** e to the power of {@code x}; 0 where that is less than the least normal number. */
    public static double exp(double x) {
        if (!(x <= TOO_LARGE)) {
            return x > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (x < TOO_SMALL) {
            return 0;
        }
        double k = Math.floor(ONE_BY_LN2 * x + 0.5);
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        double t = r * r;
        double c = r - t * (1.66666666666666019037e-01 + t * (-2.77777777770155933842e-03 + t * (6.61375632143793436117e-05
                + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
        double y = 1 - (low - r * c / (2 - c) - high);
        return k > MOST ? y * 2 * POWERS[MOST] : k >= 0 ? y * POWERS[(int) k] : y / POWERS[(int) -k];
    }

    /** Natural logarithm; of 0 it is −∞, of a negative number none. */
    public static double log(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        double m = x;
        int k = 0;
        if (x < LEAST_NORMAL) {
            m = x * POWERS[54];
            k = -54;
        }
        for (int step = x < 65536 && x >= 1.0 / 32768 ? 8 : 512; step > 0; step >>= 1) {
            if (m >= POWERS[step]) {
                m /= POWERS[step];
                k += step;
            } else if (m * POWERS[step] < 2) {
                m *= POWERS[step];
                k -= step;
            }
        }
        if (m > ROOT_2) {
            m /= 2;
            k++;
        }
        double f = m - 1;
        double s = f / (2 + f);
        double z = s * s;
        double r = z * (6.666666666666735130e-01 + z * (3.999999999940941908e-01 + z * (2.857142874366239149e-01
                + z * (2.222219843214978396e-01 + z * (1.818357216161805012e-01 + z * (1.531383769920937332e-01
                + z * 1.479819860511658591e-01))))));
        double half = 0.5 * f * f;
        return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
    }

    /** {@code x} to the power of {@code y}, of {@code x ≥ 0}. */
    public static double pow(double x, double y) {
        return y == 0 ? 1 : y == 1 ? x : exp(y * log(x));
    }
}
