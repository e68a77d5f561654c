package dev.llmplanner.build.calibrate;

/** One damped step of least squares with a standard normal prior on each constant. */
final class NormalEquations {

    private NormalEquations() {}

    /**
     * The step from {@code z}.
     *
     * @param ratios   log ratios there
     * @param weights  of their squares; 0 where one doesn't count
     * @param jacobian by constant, then by log ratio
     */
    static double[] step(double[] z, double[] ratios, double[] weights, double[][] jacobian, double damping) {
        int n = z.length;
        double[][] a = new double[n][n];
        double[] b = new double[n];
        for (int k = 0; k < n; k++) {
            a[k][k] = 1;
            b[k] = -z[k];
        }
        for (int j = 0; j < ratios.length; j++) {
            if (weights[j] > 0) {
                add(a, b, j, ratios[j], weights[j], jacobian);
            }
        }
        for (int k = 0; k < n; k++) {
            a[k][k] *= 1 + damping;
        }
        return solved(a, b);
    }

    private static void add(double[][] a, double[] b, int j, double ratio, double weight, double[][] jacobian) {
        for (int k = 0; k < b.length; k++) {
            double slope = weight * jacobian[k][j];
            if (slope != 0) {
                b[k] -= slope * ratio;
                for (int l = 0; l <= k; l++) {
                    a[k][l] += slope * jacobian[l][j];
                }
            }
        }
    }

    /** Solves with the lower triangle of a positive definite matrix, by Cholesky. */
    static double[] solved(double[][] a, double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
            }
            for (int k = 0; k < i; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= a[k][i] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
