package dev.llmplanner.build.calibrate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Errors on rows that the fit did not see: for each group in turn, the constants are fitted to all others. */
final class Validation {

    /** What is left out together. */
    enum Held {
        CELL("one cell", group -> group.cell()),
        ACCELERATOR("one accelerator", group -> group.accelerator()),
        ENGINE("one engine", group -> group.engine()),
        FAMILY("one model family", group -> group.family());

        private final String words;
        private final Function<Sample.Group, String> key;

        Held(String words, Function<Sample.Group, String> key) {
            this.words = words;
            this.key = key;
        }

        String words() {
            return words;
        }

        String key(Sample sample) {
            return key.apply(sample.group());
        }
    }

    private static final int DESCENT = 12;

    private final Fit fit;
    private final List<Sample> samples;
    private final Predicate<Sample> seen;

    /** @param seen samples that a fit may use at all; the others are only scored */
    Validation(Fit fit, List<Sample> samples, Predicate<Sample> seen) {
        this.fit = fit;
        this.samples = samples;
        this.seen = seen;
    }

    /** Log ratios by what was left out, each sample's from the fit without its group. */
    Map<Held, double[]> all(double[] best) {
        double[] ratios = fit.logRatios(best);
        double[][] jacobian = fit.jacobian(best, ratios, fit.weights(seen));
        Map<Held, double[]> held = new EnumMap<>(Held.class);
        for (Held kind : Held.values()) {
            held.put(kind, heldOut(kind, best, ratios, jacobian, 1));
        }
        return held;
    }

    /**
     * Log ratios with each group left out.
     *
     * @param rounds with a new Jacobian, after steps along the given one
     */
    double[] heldOut(Held kind, double[] best, double[] ratios, double[][] jacobian, int rounds) {
        double[] out = ratios.clone();
        for (String group : new TreeSet<>(samples.stream().filter(seen).map(kind::key).toList())) {
            double[] weights = fit.weights(sample -> seen.test(sample) && !kind.key(sample).equals(group));
            double[] there = fit.fit(fit.descend(best, weights, jacobian, DESCENT), weights, rounds);
            double[] now = fit.logRatios(there);
            for (int i = 0; i < samples.size(); i++) {
                if (kind.key(samples.get(i)).equals(group)) {
                    System.arraycopy(now, Fit.FIGURES * i, out, Fit.FIGURES * i, Fit.FIGURES);
                }
            }
        }
        return out;
    }

    /** The log ratios of one figure of some samples. */
    static double[] figure(List<Sample> samples, double[] ratios, int figure, Predicate<Sample> which) {
        double[] out = new double[samples.size()];
        int count = 0;
        for (int i = 0; i < samples.size(); i++) {
            double ratio = ratios[Fit.FIGURES * i + figure];
            if (which.test(samples.get(i)) && !Double.isNaN(ratio)) {
                out[count++] = ratio;
            }
        }
        return Arrays.copyOf(out, count);
    }
}
