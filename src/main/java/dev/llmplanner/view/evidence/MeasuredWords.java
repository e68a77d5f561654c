package dev.llmplanner.view.evidence;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.evidence.Difference;
import dev.llmplanner.engine.evidence.Measurement;
import dev.llmplanner.engine.evidence.Setting;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.text.Arguments;

/** A measurement in words. */
final class MeasuredWords {
    private final Scene scene;

    MeasuredWords(Scene scene) {
        this.scene = scene;
    }

    /** Model and accelerator. */
    String what(Setting setting) {
        String model = setting.model().id();
        String device = setting.device().id();
        return scene.say("measured.what", Arguments
                .of("model", scene.catalog().model(model).map(ModelEntry::name).orElse(model))
                .and("accelerator", scene.catalog().accelerator(device).map(AcceleratorEntry::name).orElse(device)));
    }

    /** The engine with its version. */
    String engine(Measurement measured) {
        String name = scene.say("choice.engine." + measured.setting().engine().code());
        return measured.engineVersion()
                .map(version -> scene.say("measured.engine", Arguments.of("engine", name).and("version", version)))
                .orElse(name);
    }

    /** Formats of weights and cache. */
    String formats(JsonObject request) {
        JsonObject precision = (JsonObject) request.get("precision").orElseThrow();
        return scene.say("measured.formats", Arguments
                .of("weights", scene.say("choice.weights." + text(precision, "weights")))
                .and("cache", scene.say("choice.kv." + text(precision, "kvCache"))));
    }

    private static String text(JsonObject object, String name) {
        return ((JsonString) object.get(name).orElseThrow()).value();
    }

    /** How the replica is divided. */
    String layout(Setting setting) {
        ParallelLayout layout = setting.layout();
        String text = scene.say("measured.layout", Arguments.of("gpus", layout.gpus())
                .and("tensor", layout.tensorParallel())
                .and("expert", layout.expertParallel())
                .and("data", layout.attentionDataParallel()));
        return setting.separatePools() ? scene.say("measured.pools", Arguments.of("layout", text)) : text;
    }

    /** Lengths and load. */
    String load(Setting setting) {
        return scene.say("measured.load", Arguments
                .of("input", scene.words().number(setting.inputTokens(), 0))
                .and("output", scene.words().number(setting.outputTokens(), 0))
                .and("concurrency", scene.words().significant(setting.concurrencyPerGpu() * setting.layout().gpus(), 3)));
    }

    String difference(Difference difference) {
        return scene.say("measured.differs." + difference.code());
    }
}
