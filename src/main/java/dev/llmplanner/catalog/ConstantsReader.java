package dev.llmplanner.catalog;

import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.memory.MemoryRules;
import dev.llmplanner.engine.roofline.CollectiveEfficiency;
import dev.llmplanner.engine.roofline.DeviceCalibration;
import dev.llmplanner.engine.roofline.Kernel;
import dev.llmplanner.engine.roofline.KernelEfficiency;
import dev.llmplanner.engine.serving.EngineCalibration;
import dev.llmplanner.engine.serving.Polling;
import dev.llmplanner.engine.serving.PoolCalibration;
import dev.llmplanner.engine.serving.Uncertainty;
import dev.llmplanner.engine.serving.Uncertainty.Quantiles;
import dev.llmplanner.engine.serving.Uncertainty.Range;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads the constants file. A constant is found under its name with the narrowest scope that has it: class and engine,
 * class, engine, none.
 */
public final class ConstantsReader {

    /** Nothing reaches its peak. */
    private static final double HIGHEST_FRACTION = 0.97;

    /** By name, then by scope: joined keys would cost the page a tenth of its start. */
    private final Map<String, Map<String, Double>> values = new HashMap<>();

    private ConstantsReader(JsonCursor root) {
        for (JsonCursor constant : root.items("constants")) {
            String scope = constant.findString("scope").orElse("");
            values.computeIfAbsent(constant.string("name"), name -> new HashMap<>()).put(scope, constant.number("value"));
        }
    }

    /** The constants in that document with other values for some: by name, then by scope, empty for none. */
    public static Constants read(JsonObject document, Map<String, Map<String, Double>> others) {
        JsonCursor root = JsonCursor.of(document);
        ConstantsReader reader = new ConstantsReader(root);
        others.forEach((name, byScope) -> reader.values.computeIfAbsent(name, any -> new HashMap<>()).putAll(byScope));
        return reader.constants(root);
    }

    /** The constants in that document. */
    public static Constants read(JsonObject document) {
        JsonCursor root = JsonCursor.of(document);
        return new ConstantsReader(root).constants(root);
    }

    private Constants constants(JsonCursor root) {
        Map<CalibrationClass, Double> extra = new LinkedHashMap<>();
        JsonCursor uncertainty = root.at("uncertainty");
        for (CalibrationClass calibration : CalibrationClass.values()) {
            if (calibration != CalibrationClass.NONE) {
                extra.put(calibration,
                        uncertainty.at("extraLogSd").number(CalibrationCodes.code(calibration)));
            }
        }
        JsonCursor measured = root.at("measured");
        return new Constants(
                root.string("version"),
                value("memory.marketing-share", Scope.NONE),
                new MemoryRules(
                        value("memory.activation", Scope.NONE),
                        value("memory.activation.sorted", Scope.NONE),
                        value("memory.activation.fixed", Scope.NONE),
                        value("memory.activation.vision", Scope.NONE),
                        value("memory.non-torch.single", Scope.NONE),
                        value("memory.non-torch.parallel", Scope.NONE),
                        value("memory.initial.single", Scope.NONE),
                        value("memory.initial.parallel", Scope.NONE),
                        value("memory.initial.sglang", Scope.NONE),
                        value("memory.graphs.fixed", Scope.NONE),
                        value("memory.graphs.layer", Scope.NONE),
                        value("memory.graphs.experts", Scope.NONE)),
                value("memory.fraction.older", Scope.of("", "vllm")),
                new EngineCalibrations((calibration, engine) ->
                        engine(Scope.of(CalibrationCodes.code(calibration), engine.code()))),
                new PoolCalibration(
                        value("pools.fixed", Scope.NONE),
                        value("pools.prefill", Scope.NONE),
                        value("pools.burst", Scope.NONE),
                        value("pools.transfer", Scope.NONE)),
                limits(""),
                limits("/small"),
                new Uncertainty(
                        quantiles(uncertainty.at("cell")),
                        quantiles(uncertainty.at("accelerator")),
                        quantiles(uncertainty.at("engine")),
                        quantiles(uncertainty.at("family")),
                        quantiles(uncertainty.at("pools"))),
                extra,
                value("uncertainty.drafting", Scope.NONE),
                texts(measured, "accelerators"),
                measuredClasses(measured),
                measuredEngines(measured),
                texts(measured, "repositories"));
    }

    private EngineCalibration engine(Scope scope) {
        double slow = find("class.fixed", scope, 1);
        return new EngineCalibration(
                device(scope, slow),
                slow * value("engine.step", scope),
                slow * value("engine.layer", scope),
                slow * value("engine.eager", scope),
                slow * value("engine.sequence", scope),
                value("engine.fused", scope),
                value("engine.stall", scope),
                slow * value("ttft.fixed", scope),
                value("ttft.prefill", scope),
                slow * value("ttft.experts", scope),
                value("ttft.step", scope),
                new Polling(value("ttft.poll", scope), value("ttft.poll.many", scope)),
                value("ttft.burst", scope));
    }

    private DeviceCalibration device(Scope scope, double slow) {
        List<KernelEfficiency> kernels = new ArrayList<>();
        for (Kernel kernel : Kernel.values()) {
            String family = kernel.code().startsWith("moe.") ? "moe" : kernel.code();
            kernels.add(new KernelEfficiency(
                    fraction(kernel.code() + ".compute", "class.compute", scope),
                    fraction(family + ".memory", "class.memory", scope),
                    latency(kernel.code() + ".fixed", scope, slow)));
        }
        double root = value("all-reduce.root", scope);
        return new DeviceCalibration(
                kernels,
                value("smooth-maximum.power", scope),
                value("moe.routing-skew", scope),
                value("moe.small-batch-rows", scope),
                slow * value("moe.expert", scope),
                value("moe.expert-imbalance", scope),
                new CollectiveEfficiency(
                        latency("all-reduce.fixed", scope, slow), root,
                        ofClass("all-reduce.link", scope)),
                new CollectiveEfficiency(
                        slow * value("all-to-all.fixed", scope), 0,
                        value("all-to-all.link", scope)),
                new CollectiveEfficiency(
                        slow * value("cross-domain.fixed", scope), 0,
                        value("cross-domain.link", scope)),
                value("cross-domain.all-reduce", scope),
                List.of(value("host-all-reduce.2", scope),
                        value("host-all-reduce.4", scope),
                        value("host-all-reduce.8", scope)),
                value("host-all-reduce.reference-link", scope));
    }

    /**
     * A share of a peak, by the rule for classes without one of their own: the measured class's share times the class's
     * ratio, at most {@link #HIGHEST_FRACTION}. Infinite where the kernel has none on any class.
     */
    private double fraction(String name, String ratio, Scope scope) {
        double own = find(name, scope, Double.NaN);
        if (!Double.isNaN(own)) {
            return own;
        }
        double measured = find(name, scope.measured("hopper"), find(name, scope.measured("blackwell"), Double.NaN));
        double of = find(ratio, scope, Double.NaN);
        return Double.isNaN(measured) || Double.isNaN(of)
                ? Double.POSITIVE_INFINITY : Math.min(HIGHEST_FRACTION, measured * of);
    }

    /** A latency: the class's own, else Hopper's times how slow the class is. */
    private double latency(String name, Scope scope, double slow) {
        return slow * ofClass(name, scope);
    }

    /** A constant of the class, else Hopper's. */
    private double ofClass(String name, Scope scope) {
        double own = find(name, scope, Double.NaN);
        return Double.isNaN(own) ? value(name, scope.measured("hopper")) : own;
    }

    private Map<ServingEngine, EngineLimits> limits(String suffix) {
        Map<ServingEngine, EngineLimits> limits = new LinkedHashMap<>();
        for (ServingEngine engine : ServingEngine.values()) {
            String own = engine.code();
            limits.put(engine, new EngineLimits(
                    optional("memory.fraction", Scope.of("", own)),
                    Double.POSITIVE_INFINITY,
                    value("limits.batched-tokens", Scope.of(own + suffix, own)),
                    value("limits.sequences", Scope.of(own + suffix, own))));
        }
        return limits;
    }

    private static Quantiles quantiles(JsonCursor situation) {
        return new Quantiles(
                range(situation.at("tpot")), range(situation.at("throughput")), range(situation.at("ttft")));
    }

    private static Range range(JsonCursor range) {
        return new Range(range.number("low"), range.number("high"));
    }

    private static Set<String> texts(JsonCursor parent, String name) {
        Set<String> texts = new HashSet<>();
        parent.items(name).forEach(item -> texts.add(item.string()));
        return texts;
    }

    private static Set<CalibrationClass> measuredClasses(JsonCursor measured) {
        Set<String> codes = texts(measured, "classes");
        Set<CalibrationClass> classes = new HashSet<>();
        for (CalibrationClass calibration : CalibrationClass.values()) {
            if (codes.contains(CalibrationCodes.code(calibration))) {
                classes.add(calibration);
            }
        }
        return classes;
    }

    private static Set<ServingEngine> measuredEngines(JsonCursor measured) {
        Set<String> codes = texts(measured, "engines");
        Set<ServingEngine> engines = new HashSet<>();
        for (ServingEngine engine : ServingEngine.values()) {
            if (codes.contains(engine.code())) {
                engines.add(engine);
            }
        }
        return engines;
    }

    private double value(String name, Scope scope) {
        double value = find(name, scope, Double.NaN);
        if (Double.isNaN(value)) {
            throw new IllegalStateException("constants: no " + name + " for class \"" + scope.calibration()
                    + "\" and engine \"" + scope.engine() + "\"");
        }
        return value;
    }

    private OptionalDouble optional(String name, Scope scope) {
        double value = find(name, scope, Double.NaN);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private double find(String name, Scope scope, double otherwise) {
        Map<String, Double> byScope = values.get(name);
        if (byScope != null) {
            for (String one : scope.narrowestFirst()) {
                Double value = byScope.get(one);
                if (value != null) {
                    return value;
                }
            }
        }
        return otherwise;
    }

    private record Scope(String calibration, String engine, List<String> narrowestFirst) {
        static final Scope NONE = of("", "");

        /** The same engine on a class that was measured. */
        Scope measured(String other) {
            return of(other, engine);
        }

        static Scope of(String calibration, String engine) {
            return new Scope(calibration, engine, List.of(calibration + "/" + engine, calibration, engine, ""));
        }
    }
}
