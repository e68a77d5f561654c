package dev.llmplanner.build.evidence;

import dev.llmplanner.build.calibrate.MeasuredPoint;
import dev.llmplanner.build.calibrate.MeasuredPoints;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.evidence.Setting;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The measurements of models of the catalog, in the form that {@link dev.llmplanner.catalog.MeasuredRowsReader} reads: what rows
 * share stands once.
 */
public final class EvidenceFile {
    /** Digits that survive a figure's way to the page; sources print no more. */
    private static final MathContext DIGITS = new MathContext(5);

    private final CatalogPlanner planner;
    private final Map<Json, Integer> cases = new LinkedHashMap<>();
    private final Map<String, Integer> sources = new LinkedHashMap<>();
    private final List<Json> rows = new ArrayList<>();
    private String newest = "";

    private EvidenceFile(CatalogPlanner planner) {
        this.planner = planner;
    }

    /**
     * Reads the tables of a working copy.
     *
     * @param catalog the bundle of catalogs that the measurements refer to
     */
    public static JsonObject read(Path root, JsonObject catalog) {
        EvidenceFile file = new EvidenceFile(CatalogPlanner.of(catalog));
        MeasuredPoints.read(root).forEach(file::add);
        return file.json(catalog.get("version").orElseThrow());
    }

    /** A request that the planner refuses describes what it can't estimate: such a row is left out. */
    private void add(MeasuredPoint point) {
        Optional<Setting> setting;
        try {
            setting = planner.setting(planner.evaluate(point.request()));
        } catch (RequestException refused) {
            return;
        }
        if (setting.isPresent()) {
            rows.add(row(point, place(cases, sharing(point, setting.get()))));
            newest = date(point).compareTo(newest) > 0 ? date(point) : newest;
        }
    }

    private static <T> int place(Map<T, Integer> places, T value) {
        return places.computeIfAbsent(value, next -> places.size());
    }

    private static JsonObject sharing(MeasuredPoint point, Setting setting) {
        JsonObject.Builder request = new JsonObject.Builder();
        point.request().members().forEach((name, value) -> {
            if (!name.equals("workload")) {
                request.put(name, value);
            }
        });
        JsonObject.Builder shared = new JsonObject.Builder()
                .put("request", request.build())
                .put("weightBytes", setting.weightBytes())
                .put("kvBytes", setting.kvBytes());
        if (!point.version().isEmpty()) {
            shared.put("version", point.version());
        }
        return shared.build();
    }

    private Json row(MeasuredPoint point, int shared) {
        JsonObject workload = (JsonObject) point.request().get("workload").orElseThrow();
        List<Json> cells = new ArrayList<>(List.of(new JsonString(point.id()), new JsonNumber(shared)));
        for (String name : List.of("inputTokens", "outputTokens", "lengthFactor", "concurrency")) {
            cells.add(workload.get(name).orElse(JsonNull.NULL));
        }
        cells.add(figure(point.ttftSeconds()));
        cells.add(figure(point.tpotSeconds()));
        cells.add(figure(point.outputTokensPerSecondPerGpu()));
        cells.add(date(point).isEmpty() ? JsonNull.NULL : new JsonString(date(point)));
        cells.add(new JsonNumber(place(sources, point.source())));
        return new JsonArray(cells);
    }

    /** Some sources say behind the day what it is of. */
    private static String date(MeasuredPoint point) {
        int end = point.date().indexOf(' ');
        return end < 0 ? point.date() : point.date().substring(0, end);
    }

    private static Json figure(OptionalDouble value) {
        return value.isEmpty()
                ? JsonNull.NULL
                : new JsonNumber(new BigDecimal(value.getAsDouble()).round(DIGITS).doubleValue());
    }

    private JsonObject json(Json version) {
        JsonObject.Builder all = new JsonObject.Builder().put("version", version);
        if (!newest.isEmpty()) {
            all.put("date", newest);
        }
        return all
                .put("sources", new JsonArray(sources.keySet().stream().map(text -> (Json) new JsonString(text)).toList()))
                .put("cases", new JsonArray(List.copyOf(cases.keySet())))
                .put("rows", new JsonArray(rows))
                .build();
    }
}
