package dev.llmplanner.build.calibrate;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Quantiles of {@code ln(measured / estimated)} on rows that the fit did not see, and whether they hold on groups that the
 * quantiles did not see either.
 *
 * <p>The tail is narrowed from a tenth until, with each group's quantiles taken from the other groups, 80 % of the rows lie
 * between them: rows of one group share their error, and plain quantiles would be too narrow for the next group.
 */
final class Bands {

    private static final double TARGET = 0.8;
    private static final int RESAMPLES = 2000;
    private static final long SEED = 20261123;

    private Bands() {}

    /** One residual with the group that it shares errors with. */
    record Residual(String group, double log) {}

    /**
     * A band.
     *
     * @param low      factor on the estimate
     * @param high     factor on the estimate
     * @param tail     share that was cut off at each end
     * @param coverage of groups by bands from the other groups
     * @param from     tenth percentile of that coverage when groups are drawn anew
     * @param to       ninetieth percentile
     */
    record Band(double low, double high, double tail, double coverage, double from, double to, int rows) {

        Json json() {
            return new JsonObject.Builder().put("low", low).put("high", high).build();
        }
    }

    static Band of(List<Residual> residuals) {
        double tail = 0.1;
        Map<String, double[]> covered = coverage(residuals, tail);
        while (tail > 0.02 && share(covered.values()) < TARGET) {
            tail -= 0.005;
            covered = coverage(residuals, tail);
        }
        double[] sorted = residuals.stream().mapToDouble(Residual::log).sorted().toArray();
        double[] drawn = drawn(new ArrayList<>(covered.values()));
        return new Band(
                ConstantsFile.rounded(Math.min(1, StrictMath.exp(Errors.quantile(sorted, tail)))),
                ConstantsFile.rounded(Math.max(1, StrictMath.exp(Errors.quantile(sorted, 1 - tail)))),
                tail, share(covered.values()),
                Errors.quantile(drawn, 0.1), Errors.quantile(drawn, 0.9), residuals.size());
    }

    /** By group, how many of its rows lie within the other groups' quantiles, and how many it has. */
    private static Map<String, double[]> coverage(List<Residual> residuals, double tail) {
        Map<String, double[]> covered = new TreeMap<>();
        residuals.forEach(one -> covered.put(one.group(), new double[2]));
        for (String group : covered.keySet()) {
            double[] others = residuals.stream().filter(one -> !one.group().equals(group))
                    .mapToDouble(Residual::log).sorted().toArray();
            double low = Math.min(0, Errors.quantile(others, tail));
            double high = Math.max(0, Errors.quantile(others, 1 - tail));
            for (Residual one : residuals) {
                if (one.group().equals(group)) {
                    covered.get(group)[0] += one.log() >= low && one.log() <= high ? 1 : 0;
                    covered.get(group)[1]++;
                }
            }
        }
        return covered;
    }

    private static double share(Iterable<double[]> covered) {
        double in = 0;
        double all = 0;
        for (double[] group : covered) {
            in += group[0];
            all += group[1];
        }
        return in / all;
    }

    /** Coverage of as many groups, drawn with repetition; the same draws each time. */
    private static double[] drawn(List<double[]> covered) {
        Random random = new Random(SEED);
        double[] shares = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<double[]> draw = new ArrayList<>();
            for (int k = 0; k < covered.size(); k++) {
                draw.add(covered.get(random.nextInt(covered.size())));
            }
            shares[i] = share(draw);
        }
        Arrays.sort(shares);
        return shares;
    }
}
