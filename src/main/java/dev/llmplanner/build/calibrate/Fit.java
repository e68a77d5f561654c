package dev.llmplanner.build.calibrate;

import dev.llmplanner.catalog.Constants;
import dev.llmplanner.catalog.ConstantsReader;
import dev.llmplanner.json.JsonObject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Fits the free constants to log ratios of estimates and measurements.
 *
 * <p>Each figure of each sample gives a residual {@code r = ln(estimated / measured) / scale} with the loss
 * {@code ν·ln(1 + r²/ν)}, so that a wrong row counts little; the prior of each constant adds {@code z²}. A cell is one
 * experiment and its rows are not independent: a row counts {@code w·cell size^−0.5}. Levenberg–Marquardt on reweighted
 * squares; nothing is random, and rows are evaluated in parallel into their own places.
 */
final class Fit {

    /** Figures of a sample: TPOT, TTFT, output rate. */
    static final int FIGURES = 3;

    static final int TPOT = 0;
    static final int TTFT = 1;
    static final int OUTPUT = 2;

    private static final double TPOT_SCALE = 0.1;
    private static final double TTFT_SCALE = 0.25;
    private static final double POOL_TTFT_SCALE = 0.8;
    private static final double OUTPUT_SCALE = 0.15;
    private static final double NU = 2;

    /** Small: rows of one cell share errors, and a held-out family pays for what is fitted too closely. */
    private static final double DATA_WEIGHT = 0.15;

    private static final double DERIVATIVE_STEP = 0.05;
    private static final double TOLERANCE = 1e-5;
    private static final int TRIES = 8;

    private final JsonObject file;
    private final List<FreeConstant> free;
    private final List<Sample> samples;
    private final double[] measured;
    private final double[] scale;

    Fit(JsonObject file, List<FreeConstant> free, List<Sample> samples) {
        this.file = file;
        this.free = List.copyOf(free);
        this.samples = List.copyOf(samples);
        this.measured = new double[samples.size() * FIGURES];
        this.scale = new double[samples.size() * FIGURES];
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            measured[FIGURES * i + TPOT] = sample.tpotSeconds().orElse(0);
            measured[FIGURES * i + TTFT] = sample.ttftSeconds().orElse(0);
            measured[FIGURES * i + OUTPUT] = sample.outputTokensPerSecond().orElse(0);
            scale[FIGURES * i + TPOT] = TPOT_SCALE;
            scale[FIGURES * i + TTFT] = !sample.tellsTtft() ? Double.POSITIVE_INFINITY
                    : sample.pools().isPresent() ? POOL_TTFT_SCALE : TTFT_SCALE;
            scale[FIGURES * i + OUTPUT] = OUTPUT_SCALE;
        }
    }

    List<FreeConstant> free() {
        return free;
    }

    /** The constants at {@code z}. */
    Constants constants(double[] z) {
        Map<String, Map<String, Double>> values = new HashMap<>();
        for (int k = 0; k < z.length; k++) {
            FreeConstant one = free.get(k);
            values.computeIfAbsent(one.name(), name -> new HashMap<>()).put(one.scope(), one.value(z[k]));
        }
        return ConstantsReader.read(file, values);
    }

    /** {@code ln(estimated / measured)} by sample and figure; NaN where one is missing. */
    double[] logRatios(double[] z) {
        double[] out = new double[measured.length];
        logRatios(z, i -> true, out);
        return out;
    }

    /** The log ratios of samples that count. */
    private double[] counted(double[] z, double[] weights) {
        double[] out = new double[measured.length];
        Arrays.fill(out, Double.NaN);
        logRatios(z, i -> weights[i] > 0, out);
        return out;
    }

    private void logRatios(double[] z, IntPredicate which, double[] out) {
        Predictor predictor = new Predictor(constants(z));
        IntStream.range(0, samples.size()).parallel().filter(which).forEach(i -> {
            Optional<Predictor.Prediction> found = predictor.predict(samples.get(i));
            for (int figure = 0; figure < FIGURES; figure++) {
                double seen = measured[FIGURES * i + figure];
                out[FIGURES * i + figure] = seen > 0 && found.isPresent()
                        ? StrictMath.log(found.get().figure(figure) / seen) : Double.NaN;
            }
        });
    }

    /** Weights of the samples that a fit sees; 0 for the others. */
    double[] weights(Predicate<Sample> seen) {
        Map<String, Integer> sizes = new HashMap<>();
        samples.stream().filter(seen).forEach(sample -> sizes.merge(cell(sample), 1, Integer::sum));
        double[] weights = new double[samples.size()];
        double sum = 0;
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            if (seen.test(samples.get(i))) {
                weights[i] = 1 / Math.sqrt(sizes.get(cell(samples.get(i))));
                sum += weights[i];
                count++;
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= count / sum;
        }
        return weights;
    }

    private static String cell(Sample sample) {
        return sample.group().cell() + " " + sample.kind().code();
    }

    private double loss(double[] z, double[] ratios, double[] weights) {
        double loss = Arrays.stream(z).map(one -> one * one).sum();
        for (int j = 0; j < ratios.length; j++) {
            if (counts(j, ratios, weights)) {
                double r = ratios[j] / scale[j];
                loss += DATA_WEIGHT * weights[j / FIGURES] * NU * StrictMath.log(1 + r * r / NU);
            }
        }
        return loss;
    }

    private boolean counts(int j, double[] ratios, double[] weights) {
        return weights[j / FIGURES] > 0 && !Double.isNaN(ratios[j]) && scale[j] < Double.POSITIVE_INFINITY;
    }

    /** How log ratios change with each constant, by differences; samples that a constant's scope leaves out stay. */
    double[][] jacobian(double[] z, double[] at, double[] weights) {
        double[][] columns = new double[z.length][];
        for (int k = 0; k < z.length; k++) {
            FreeConstant one = free.get(k);
            double step = one.value(z[k] + DERIVATIVE_STEP) == one.value(z[k]) ? -DERIVATIVE_STEP : DERIVATIVE_STEP;
            double[] moved = z.clone();
            moved[k] += step;
            double[] there = at.clone();
            logRatios(moved, i -> weights[i] > 0 && one.touches(samples.get(i)), there);
            for (int j = 0; j < there.length; j++) {
                there[j] = (there[j] - at[j]) / step;
            }
            columns[k] = there;
        }
        return columns;
    }

    /** The best constants from {@code start}, with a new Jacobian in each round. */
    double[] fit(double[] start, double[] weights, int rounds) {
        double[] z = start;
        for (int round = 0; round < rounds; round++) {
            double[] better = descend(z, weights, jacobian(z, counted(z, weights), weights), 2);
            if (Arrays.equals(better, z)) {
                return z;
            }
            z = better;
        }
        return z;
    }

    /** The best constants that steps along one Jacobian reach. */
    double[] descend(double[] start, double[] weights, double[][] jacobian, int steps) {
        double[] z = start.clone();
        double[] ratios = counted(z, weights);
        double loss = loss(z, ratios, weights);
        double damping = 1e-3;
        for (int taken = 0; taken < steps; taken++) {
            boolean moved = false;
            double gain = 0;
            for (int tries = 0; tries < TRIES && !moved; tries++) {
                double[] there = clipped(z, NormalEquations.step(z, ratios, residualWeights(ratios, weights), jacobian, damping));
                double[] ratiosThere = counted(there, weights);
                double lossThere = loss(there, ratiosThere, weights);
                moved = lossThere < loss;
                if (moved) {
                    gain = loss - lossThere;
                    z = there;
                    ratios = ratiosThere;
                    loss = lossThere;
                    damping = Math.max(1e-6, damping / 5);
                } else {
                    damping *= 6;
                }
            }
            if (gain < TOLERANCE * loss) {
                break;
            }
        }
        return z;
    }

    /** Weight of each squared log ratio in the next step; 0 where it doesn't count. */
    private double[] residualWeights(double[] ratios, double[] weights) {
        double[] out = new double[ratios.length];
        for (int j = 0; j < ratios.length; j++) {
            if (counts(j, ratios, weights)) {
                double r = ratios[j] / scale[j];
                out[j] = DATA_WEIGHT * weights[j / FIGURES] / (1 + r * r / NU) / (scale[j] * scale[j]);
            }
        }
        return out;
    }

    private double[] clipped(double[] z, double[] step) {
        double[] there = new double[z.length];
        for (int k = 0; k < z.length; k++) {
            there[k] = free.get(k).clipped(z[k] + step[k]);
        }
        return there;
    }
}
