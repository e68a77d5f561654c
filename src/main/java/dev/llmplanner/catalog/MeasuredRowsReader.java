package dev.llmplanner.catalog;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.evidence.Measurement;
import dev.llmplanner.engine.evidence.Setting;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads the measurements that the build bundles: cases, which hold what rows share, and rows of cells.
 *
 * <pre>
 * cases  {request: {…without workload…}, weightBytes, kvBytes, version?}
 * rows   [id, case, inputTokens, outputTokens, lengthFactor, concurrency, ttftSeconds, tpotSeconds,
 *         outputTokensPerSecondPerGpu, date, source]; null where the source has no figure
 * </pre>
 */
public final class MeasuredRowsReader {
    private final Catalog catalog;
    private final Map<String, Setting.ModelShape> shapes = new LinkedHashMap<>();

    private MeasuredRowsReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The measurements in that data, of a catalog that holds their models and accelerators. */
    public static MeasuredRows read(JsonObject data, Catalog catalog) {
        JsonCursor root = JsonCursor.of(data);
        return new MeasuredRows(
                root.string("version"),
                root.findString("date"),
                root.items("sources").stream().map(JsonCursor::string).toList(),
                new MeasuredRowsReader(catalog).rows(root));
    }

    /** What rows share. */
    private record Case(
            JsonObject request, Setting.ModelShape model, Setting.Device device, ServingEngine engine, double weightBytes,
            double kvBytes, ParallelLayout layout, int workers, boolean separatePools, Optional<String> version) {}

    private List<MeasuredRow> rows(JsonCursor root) {
        List<Case> cases = new ArrayList<>();
        root.items("cases").forEach(one -> cases.add(sharing(one)));
        List<MeasuredRow> rows = new ArrayList<>();
        for (JsonCursor row : root.items("rows")) {
            List<Json> cells = ((JsonArray) row.value()).items();
            rows.add(row(cells, cases.get((int) number(cells, 1).orElseThrow())));
        }
        return rows;
    }

    private Case sharing(JsonCursor one) {
        JsonCursor request = one.at("request");
        Optional<JsonCursor> decode = request.find("decode");
        JsonCursor layout = decode.orElse(request).at("layout");
        return new Case(
                request.object(),
                shapes.computeIfAbsent(request.string("model"), id ->
                        Setting.ModelShape.of(id, catalog.model(id).orElseThrow().architecture().orElseThrow())),
                Setting.Device.of(catalog.accelerator(request.string("accelerator")).orElseThrow().accelerator()),
                engine(request.string("engine")),
                one.number("weightBytes"),
                one.number("kvBytes"),
                new ParallelLayout(
                        layout.integer("tensorParallel"),
                        layout.findInteger("pipelineParallel").orElse(1),
                        layout.findInteger("expertParallel").orElse(1),
                        layout.findInteger("attentionDataParallel").orElse(1)),
                decode.isPresent() ? decode.get().integer("workers") : 1,
                decode.isPresent(),
                one.findString("version"));
    }

    private static ServingEngine engine(String code) {
        for (ServingEngine engine : ServingEngine.values()) {
            if (engine.code().equals(code)) {
                return engine;
            }
        }
        throw new IllegalArgumentException("no engine " + code);
    }

    private static MeasuredRow row(List<Json> cells, Case shared) {
        double input = number(cells, 2).orElseThrow();
        double output = number(cells, 3).orElseThrow();
        double factor = number(cells, 4).orElse(1);
        double concurrency = number(cells, 5).orElseThrow();
        Setting setting = new Setting(shared.model(), shared.device(), shared.engine(), shared.weightBytes(), shared.kvBytes(),
                shared.layout(), shared.separatePools(), Math.max(1, input * factor), Math.max(1, output * factor),
                concurrency / shared.workers() / shared.layout().gpus());
        JsonObject workload = new JsonObject.Builder()
                .put("inputTokens", input)
                .put("outputTokens", output)
                .put("lengthFactor", factor)
                .put("concurrency", concurrency)
                .put("arrival", "closed-loop")
                .build();
        return new MeasuredRow(
                new Measurement(text(cells, 0).orElseThrow(), setting, number(cells, 6), number(cells, 7), number(cells, 8),
                        shared.version(), text(cells, 9), (int) number(cells, 10).orElseThrow()),
                with(shared.request(), workload));
    }

    private static JsonObject with(JsonObject request, JsonObject workload) {
        JsonObject.Builder all = new JsonObject.Builder();
        request.members().forEach(all::put);
        return all.put("workload", workload).build();
    }

    private static OptionalDouble number(List<Json> cells, int place) {
        return cells.get(place) instanceof JsonNumber number ? OptionalDouble.of(number.value()) : OptionalDouble.empty();
    }

    private static Optional<String> text(List<Json> cells, int place) {
        return cells.get(place) instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }
}
