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
import java.util.Set;

/**
 * Reads the constants file. A constant is found under its name with the narrowest scope that has it: class and engine,
 * class, engine, none.
 */
public final class ConstantsReader {

    private final Map<String, Double> values = new HashMap<>();

    private ConstantsReader(JsonCursor root) {
        for (JsonCursor constant : root.items("constants")) {
            String scope = constant.findString("scope").orElse("");
            values.put(key(constant.string("name"), scope), constant.number("value"));
        }
    }

    /** The constants in that document. */
    public static Constants read(JsonObject document) {
        JsonCursor root = JsonCursor.of(document);
        return new ConstantsReader(root).constants(root);
    }

    private Constants constants(JsonCursor root) {
        Map<CalibrationClass, Map<ServingEngine, EngineCalibration>> engines = new LinkedHashMap<>();
        Map<CalibrationClass, Double> extra = new LinkedHashMap<>();
        JsonCursor uncertainty = root.at("uncertainty");
        for (CalibrationClass calibration : CalibrationClass.values()) {
            if (calibration != CalibrationClass.NONE) {
                Map<ServingEngine, EngineCalibration> byEngine = new LinkedHashMap<>();
                for (ServingEngine engine : ServingEngine.values()) {
                    byEngine.put(engine, engine(CalibrationCodes.code(calibration), engine.code()));
                }
                engines.put(calibration, byEngine);
                extra.put(calibration,
                        uncertainty.at("extraLogSd").number(CalibrationCodes.code(calibration)));
            }
        }
        JsonCursor measured = root.at("measured");
        return new Constants(
                root.string("version"),
                value("memory.marketing-share", "", ""),
                new MemoryRules(
                        value("memory.activation", "", ""),
                        value("memory.non-torch.single", "", ""),
                        value("memory.non-torch.parallel", "", ""),
                        value("memory.graphs", "", "")),
                engines,
                new PoolCalibration(
                        value("pools.fixed", "", ""),
                        value("pools.prefill", "", ""),
                        value("pools.burst", "", ""),
                        value("pools.transfer", "", "")),
                limits(""),
                limits("/small"),
                new Uncertainty(
                        quantiles(uncertainty.at("cell")),
                        quantiles(uncertainty.at("accelerator")),
                        quantiles(uncertainty.at("engine")),
                        quantiles(uncertainty.at("family")),
                        quantiles(uncertainty.at("pools"))),
                extra,
                texts(measured, "accelerators"),
                measuredEngines(measured),
                texts(measured, "repositories"));
    }

    private EngineCalibration engine(String calibration, String engine) {
        double slow = find("fixed-factor", calibration, engine, 1);
        return new EngineCalibration(
                device(calibration, engine, slow),
                slow * value("engine.step", calibration, engine),
                slow * value("engine.layer", calibration, engine),
                value("engine.stall", calibration, engine),
                slow * value("ttft.fixed", calibration, engine),
                value("ttft.prefill", calibration, engine),
                value("ttft.step", calibration, engine),
                value("ttft.burst", calibration, engine));
    }

    private DeviceCalibration device(String calibration, String engine, double slow) {
        List<KernelEfficiency> kernels = new ArrayList<>();
        for (Kernel kernel : Kernel.values()) {
            String family = kernel.code().startsWith("moe.") ? "moe" : kernel.code();
            kernels.add(new KernelEfficiency(
                    find(kernel.code() + ".compute", calibration, engine, Double.POSITIVE_INFINITY),
                    find(family + ".memory", calibration, engine, Double.POSITIVE_INFINITY),
                    slow * value(kernel.code() + ".fixed", calibration, engine)));
        }
        double root = value("all-reduce.root", calibration, engine);
        return new DeviceCalibration(
                kernels,
                value("smooth-maximum.power", calibration, engine),
                value("moe.routing-skew", calibration, engine),
                value("moe.small-batch-rows", calibration, engine),
                value("moe.expert-imbalance", calibration, engine),
                new CollectiveEfficiency(
                        value("all-reduce.fixed", calibration, engine), root,
                        value("all-reduce.link", calibration, engine)),
                new CollectiveEfficiency(
                        slow * value("all-to-all.fixed", calibration, engine), 0,
                        value("all-to-all.link", calibration, engine)),
                new CollectiveEfficiency(
                        slow * value("cross-domain.fixed", calibration, engine), 0,
                        value("cross-domain.link", calibration, engine)),
                value("cross-domain.all-reduce", calibration, engine),
                List.of(value("host-all-reduce.2", calibration, engine),
                        value("host-all-reduce.4", calibration, engine),
                        value("host-all-reduce.8", calibration, engine)),
                value("host-all-reduce.reference-link", calibration, engine));
    }

    private Map<ServingEngine, EngineLimits> limits(String suffix) {
        Map<ServingEngine, EngineLimits> limits = new LinkedHashMap<>();
        for (ServingEngine engine : ServingEngine.values()) {
            String own = engine.code();
            limits.put(engine, new EngineLimits(
                    value("memory.fraction", "", own),
                    Double.POSITIVE_INFINITY,
                    find("limits.batched-tokens", own + suffix, own, Double.NaN),
                    find("limits.sequences", own + suffix, own, Double.NaN)));
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

    private double value(String name, String calibration, String engine) {
        double value = find(name, calibration, engine, Double.NaN);
        if (Double.isNaN(value)) {
            throw new IllegalStateException(
                    "constants: no " + name + " for class \"" + calibration + "\" and engine \"" + engine + "\"");
        }
        return value;
    }

    private double find(String name, String calibration, String engine, double otherwise) {
        String[] scopes = {calibration + "/" + engine, calibration, engine, ""};
        for (String scope : scopes) {
            Double value = values.get(key(name, scope));
            if (value != null) {
                return value;
            }
        }
        return otherwise;
    }

    private static String key(String name, String scope) {
        return name + "@" + scope;
    }
}
