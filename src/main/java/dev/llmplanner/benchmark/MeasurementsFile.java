package dev.llmplanner.benchmark;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The file in which a user keeps measurements. What comes back is checked figure by figure. */
public final class MeasurementsFile {

    /** What stands under {@code kind}. */
    public static final String KIND = "llm-deployment-planner/measurements";

    /** What stands under {@code version}. */
    public static final int VERSION = 1;

    private MeasurementsFile() {}

    /** The file of those measurements. */
    public static JsonObject write(List<KeptMeasurement> measurements) {
        List<Json> items = new ArrayList<>();
        measurements.forEach(measurement -> items.add(write(measurement)));
        return new JsonObject.Builder()
                .put("kind", KIND)
                .put("version", VERSION)
                .put("measurements", new JsonArray(items))
                .build();
    }

    private static JsonObject write(KeptMeasurement kept) {
        JsonObject.Builder json = new JsonObject.Builder()
                .put("deployment", write(kept.deployment()))
                .put("run", RunJson.write(kept.run()));
        kept.calibration().ifPresent(calibration -> {
            JsonObject.Builder scale = new JsonObject.Builder().put("tpotFactor", calibration.tpotFactorFraction());
            calibration.ttftFactorFraction().ifPresent(factor -> scale.put("ttftFactor", factor));
            json.put("scale", scale.build());
        });
        return json.build();
    }

    private static JsonObject write(DeploymentKey key) {
        return new JsonObject.Builder()
                .put("model", key.model())
                .put("accelerator", key.accelerator())
                .put("engine", key.engine())
                .put("weights", key.weights())
                .put("tensorParallel", key.layout().tensorParallel())
                .put("pipelineParallel", key.layout().pipelineParallel())
                .put("expertParallel", key.layout().expertParallel())
                .put("attentionDataParallel", key.layout().attentionDataParallel())
                .build();
    }

    /** Whether that value says that it is such a file. */
    static boolean is(Json file) {
        return file instanceof JsonObject object && object.get("kind").equals(Optional.of(new JsonString(KIND)));
    }

    /** The measurements of that file, or what is wrong with it. One wrong figure refuses the whole file. */
    public static Reading read(Json file) {
        if (!(file instanceof JsonObject object) || !is(file)) {
            return Refused.file(RefusalCode.UNKNOWN_KIND, 0);
        }
        if (!object.get("version").equals(Optional.of(new JsonNumber(VERSION)))) {
            return Refused.at(RefusalCode.WRONG_VALUE, "version", 0);
        }
        if (!(object.get("measurements").orElse(null) instanceof JsonArray list)) {
            return Refused.at(RefusalCode.WRONG_VALUE, "measurements", 0);
        }
        if (list.items().size() > BenchmarkReader.MOST_RUNS) {
            return Refused.at(RefusalCode.TOO_MANY_RUNS, "measurements", 0);
        }
        try {
            List<Fields> items = new Fields(object, "").items("measurements");
            if (items.size() < list.items().size()) {
                throw new WrongValue(RefusalCode.WRONG_VALUE, "measurements");
            }
            return new Reading.Kept(items.stream().map(MeasurementsFile::read).toList());
        } catch (WrongValue wrong) {
            return wrong.refused(0);
        }
    }

    private static KeptMeasurement read(Fields json) {
        DeploymentKey key = key(json.within("deployment"));
        Run run = RunJson.read(json.within("run"));
        return new KeptMeasurement(key, run, json.fields("scale").map(scale -> {
            OptionalDouble tpot = factor(scale, "tpotFactor");
            if (tpot.isEmpty()) {
                throw scale.wrong("tpotFactor");
            }
            return new LocalCalibration(key, tpot.getAsDouble(), factor(scale, "ttftFactor"), run.origin().date());
        }));
    }

    private static OptionalDouble factor(Fields scale, String name) {
        OptionalDouble factor = scale.measured(name);
        if (factor.isPresent() && !LocalCalibration.isPlausible(factor.getAsDouble())) {
            throw scale.wrong(name);
        }
        return factor;
    }

    private static DeploymentKey key(Fields json) {
        return new DeploymentKey(text(json, "model"), text(json, "accelerator"), text(json, "engine"),
                text(json, "weights"), new ParallelLayout(degree(json, "tensorParallel"),
                        degree(json, "pipelineParallel"), degree(json, "expertParallel"),
                        degree(json, "attentionDataParallel")));
    }

    private static String text(Fields json, String name) {
        return json.text(name).orElseThrow(() -> json.wrong(name));
    }

    private static int degree(Fields json, String name) {
        OptionalInt degree = json.count(name);
        if (degree.isEmpty() || degree.getAsInt() < 1) {
            throw json.wrong(name);
        }
        return degree.getAsInt();
    }
}
