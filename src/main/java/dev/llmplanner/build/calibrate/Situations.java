package dev.llmplanner.build.calibrate;

import dev.llmplanner.build.calibrate.Validation.Held;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Bands by what is not known about a deployment, from the rows of models that the catalog covers. */
final class Situations {

    /** Models that are below the catalog's range. */
    static final Set<String> SMALL = Set.of("llama-3.1-8b", "qwen3-32b");

    /** One engine and few models stand behind the rows of such a class. */
    private static final double LEAST_EXTRA = 0.1;

    private static final double P90 = 1.2816;

    private final List<Sample> samples;
    private final Map<Held, double[]> held;

    Situations(List<Sample> samples, Map<Held, double[]> held) {
        this.samples = samples;
        this.held = held;
    }

    /** Of {@code measurements/serving.csv}, prefill and decode on the same GPUs, a model of the catalog. */
    static boolean aggregated(Sample sample) {
        return sample.kind() == Sample.Kind.CLOSED_LOOP && sample.ttftSeconds().isPresent()
                && !SMALL.contains(sample.group().model());
    }

    static boolean pools(Sample sample) {
        return sample.pools().isPresent();
    }

    /** Bands by situation, then by figure: tpot, throughput, ttft. */
    Map<String, Map<String, Bands.Band>> bands() {
        Map<String, Map<String, Bands.Band>> all = new LinkedHashMap<>();
        all.put("cell", bands(Held.CELL, Situations::aggregated));
        all.put("accelerator", bands(Held.ACCELERATOR, Situations::aggregated));
        all.put("engine", bands(Held.ENGINE, Situations::aggregated));
        all.put("family", bands(Held.FAMILY, Situations::aggregated));
        all.put("pools", bands(Held.CELL, Situations::pools));
        return all;
    }

    private Map<String, Bands.Band> bands(Held kind, Predicate<Sample> which) {
        Map<String, Bands.Band> bands = new LinkedHashMap<>();
        bands.put("tpot", Bands.of(residuals(kind, which, Fit.TPOT)));
        bands.put("throughput", Bands.of(residuals(kind, which, Fit.OUTPUT)));
        bands.put("ttft", Bands.of(residuals(kind, which, Fit.TTFT)));
        return bands;
    }

    /** Residuals with the group that was left out; throughput is composed of both latencies. */
    private List<Bands.Residual> residuals(Held kind, Predicate<Sample> which, int figure) {
        List<Bands.Residual> residuals = new ArrayList<>();
        double[] ratios = held.get(kind);
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            double log = figure == Fit.OUTPUT ? composed(sample, ratios, i) : ratios[Fit.FIGURES * i + figure];
            if (which.test(sample) && !Double.isNaN(log)) {
                residuals.add(new Bands.Residual(kind.key(sample), -log));
            }
        }
        return residuals;
    }

    /** {@code ln(estimated / measured)} of the rate that both latencies make. */
    static double composed(Sample sample, double[] ratios, int i) {
        double answer = sample.replica().workload().outputTokens();
        double tpot = sample.tpotSeconds().orElse(Double.NaN);
        double ttft = sample.ttftSeconds().orElse(Double.NaN);
        double estimated = tpot * StrictMath.exp(ratios[Fit.FIGURES * i + Fit.TPOT])
                + ttft * StrictMath.exp(ratios[Fit.FIGURES * i + Fit.TTFT]) / answer;
        return StrictMath.log((tpot + ttft / answer) / estimated);
    }

    /**
     * By class that only {@code measurements/throughput.csv} covers, the deviation beyond that of a cell:
     * {@code total² − cell²} with {@code total} from the errors of its rows, their cell left out. Static batches say more
     * about the batch than about the class.
     */
    Map<String, Double> extraLogSd() {
        double cell = deviation(residuals(Held.CELL, Situations::aggregated, Fit.OUTPUT).stream()
                .mapToDouble(one -> Math.abs(one.log())).sorted().toArray());
        Map<String, List<Double>> byClass = new TreeMap<>();
        double[] ratios = held.get(Held.CELL);
        for (int i = 0; i < samples.size(); i++) {
            double log = ratios[Fit.FIGURES * i + Fit.OUTPUT];
            if (Calibration.byRule(samples.get(i)) && Calibration.fitted(samples.get(i)) && samples.get(i).kind() != Sample.Kind.STATIC_BATCH
                    && !Double.isNaN(log)) {
                byClass.computeIfAbsent(samples.get(i).deviceClass(), name -> new ArrayList<>()).add(Math.abs(log));
            }
        }
        Map<String, Double> extra = new TreeMap<>();
        byClass.forEach((name, logs) -> {
            double total = deviation(logs.stream().mapToDouble(one -> one).sorted().toArray());
            extra.put(name, Math.max(LEAST_EXTRA, Math.ceil(100 * Math.sqrt(Math.max(0, total * total - cell * cell))) / 100));
        });
        return extra;
    }

    private static double deviation(double[] sortedAbsolute) {
        return Errors.quantile(sortedAbsolute, 0.8) / P90;
    }

    /** The member of the constants file. */
    JsonObject json(Map<String, Map<String, Bands.Band>> bands, JsonObject before) {
        JsonObject.Builder all = new JsonObject.Builder();
        bands.forEach((situation, figures) -> {
            JsonObject.Builder one = new JsonObject.Builder();
            figures.forEach((figure, band) -> one.put(figure, band.json()));
            all.put(situation, one.build());
        });
        JsonObject.Builder extra = new JsonObject.Builder();
        Map<String, Double> measured = extraLogSd();
        ((JsonObject) before.get("extraLogSd").orElseThrow()).members().forEach((name, value) -> {
            if (measured.containsKey(name)) {
                extra.put(name, measured.get(name));
            } else {
                extra.put(name, value);
            }
        });
        return all.put("extraLogSd", extra.build()).build();
    }
}
