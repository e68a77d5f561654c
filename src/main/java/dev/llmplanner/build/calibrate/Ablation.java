package dev.llmplanner.build.calibrate;

import dev.llmplanner.build.calibrate.Validation.Held;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What each term of the model is worth: without it, everything else fitted and validated again. */
final class Ablation {

    private static final int ROUNDS = 3;

    /** A term, the constants that make it, and the value that takes it away; NaN keeps each at its prior. */
    private record Term(String words, Predicate<String> constants, double neutral) {}

    private static final List<Term> TERMS = List.of(
            new Term("latency of kernels (`*.fixed` of gemm, moe, attention)",
                    name -> name.endsWith(".fixed") && (name.startsWith("gemm") || name.startsWith("moe")
                            || name.startsWith("attention") || name.startsWith("latent")), 0),
            new Term("prefill that others wait for (`engine.stall`)", "engine.stall"::equals, 0),
            new Term("prefill and decode in one pass (`engine.fused`)", "engine.fused"::equals, 0),
            new Term("host time per sequence (`engine.sequence`)", "engine.sequence"::equals, 0),
            new Term("host time per layer (`engine.layer`)", "engine.layer"::equals, 0),
            new Term("rows that experts lack (`moe.small-batch-rows`)", "moe.small-batch-rows"::equals, 0),
            new Term("time per expert (`moe.expert`)", "moe.expert"::equals, 0),
            new Term("skew of routing (`moe.routing-skew`)", "moe.routing-skew"::equals, 1),
            new Term("fullest rank of experts (`moe.expert-imbalance`)", "moe.expert-imbalance"::equals, 0),
            new Term("medium messages (`all-reduce.root`)", "all-reduce.root"::equals, 0),
            new Term("own bandwidth share of matrix products (`gemm.*.memory` free)",
                    name -> name.startsWith("gemm.") && name.endsWith(".memory"), Double.NaN),
            new Term("own compute share of matrix products (`gemm.*.compute` free)",
                    name -> name.startsWith("gemm.") && name.endsWith(".compute"), Double.NaN),
            new Term("burst of the first wave (`ttft.burst`)", "ttft.burst"::equals, 0),
            new Term("steps between two looks for requests (`ttft.poll`)", name -> name.startsWith("ttft.poll"), 1),
            new Term("launching a prefill step (`engine.eager`)", "engine.eager"::equals, 0),
            new Term("launching layers of experts in prefill (`ttft.experts`)", "ttft.experts"::equals, 0));

    private final JsonObject file;
    private final List<FreeConstant> free;
    private final List<Sample> samples;
    private final Predicate<Sample> seen;

    Ablation(JsonObject file, List<FreeConstant> free, List<Sample> samples, Predicate<Sample> seen) {
        this.file = file;
        this.free = free;
        this.samples = samples;
        this.seen = seen;
    }

    /** Held-out log ratios without each term, by its words. */
    Map<String, Map<Held, double[]>> all(double[] best) {
        Map<String, Map<Held, double[]>> all = new LinkedHashMap<>();
        for (Term term : TERMS) {
            all.put(term.words(), without(term, best));
        }
        return all;
    }

    /** Log ratios without a constant, everything else as it is. */
    double[] unfitted(String name, double[] best) {
        List<FreeConstant> kept = new ArrayList<>();
        List<Double> places = new ArrayList<>();
        Map<FreeConstant, Double> pinned = new LinkedHashMap<>();
        for (int k = 0; k < free.size(); k++) {
            if (free.get(k).name().equals(name)) {
                pinned.put(free.get(k), 0.0);
            } else {
                kept.add(free.get(k));
                places.add(best[k]);
            }
        }
        return new Fit(ConstantsFile.with(file, pinned, Map.of()), kept, samples)
                .logRatios(places.stream().mapToDouble(one -> one).toArray());
    }

    private Map<Held, double[]> without(Term term, double[] best) {
        List<FreeConstant> kept = new ArrayList<>();
        List<Double> start = new ArrayList<>();
        Map<FreeConstant, Double> pinned = new LinkedHashMap<>();
        for (int k = 0; k < free.size(); k++) {
            FreeConstant one = free.get(k);
            if (term.constants().test(one.name())) {
                pinned.put(one, Double.isNaN(term.neutral()) ? one.prior() : term.neutral());
            } else {
                kept.add(one);
                start.add(best[k]);
            }
        }
        JsonObject changed = ConstantsFile.with(neutral(term, file), pinned, Map.of());
        Fit fit = new Fit(changed, kept, samples);
        double[] z = fit.fit(start.stream().mapToDouble(one -> one).toArray(), fit.weights(seen), ROUNDS);
        double[] ratios = fit.logRatios(z);
        double[][] jacobian = fit.jacobian(z, ratios, fit.weights(seen));
        Validation validation = new Validation(fit, samples, seen);
        Map<Held, double[]> held = new LinkedHashMap<>();
        held.put(Held.CELL, validation.heldOut(Held.CELL, z, ratios, jacobian, 0));
        held.put(Held.FAMILY, validation.heldOut(Held.FAMILY, z, ratios, jacobian, 0));
        return held;
    }

    /** Constants of the term that aren't free, also set to what takes it away. */
    private static JsonObject neutral(Term term, JsonObject file) {
        if (Double.isNaN(term.neutral())) {
            return file;
        }
        Map<FreeConstant, Double> values = new LinkedHashMap<>();
        for (JsonCursor constant : JsonCursor.of(file).items("constants")) {
            if (term.constants().test(constant.string("name"))) {
                values.put(new FreeConstant(constant.string("name"), constant.findString("scope").orElse(""), 1, 1, 1, 1),
                        term.neutral());
            }
        }
        return ConstantsFile.with(file, values, Map.of());
    }
}
