package dev.llmplanner.view.embed;

import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.scenario.Draft;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Patch;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request of the contract as the Calculator's fields. They must ask the same: both requests are filled in by the planner,
 * and where the two differ, the fields can't show that request.
 */
final class ShownRequest {
    private static final Json AGGREGATED = new JsonString("aggregated");

    private ShownRequest() {}

    /**
     * The fields of that request.
     *
     * @throws RequestException if the planner refuses it, or no field stands for a part of it
     */
    static Scenario scenario(JsonObject request, CatalogPlanner planner, Words words) {
        for (String name : List.of("model", "accelerator", "server")) {
            if (request.get(name).orElse(null) instanceof JsonObject) {
                throw notShown(name);
            }
        }
        for (String name : List.of("prefill", "decode")) {
            if (request.get(name).isPresent()) {
                throw notShown(name);
            }
        }
        if (request.get("mode").orElse(AGGREGATED) instanceof JsonString mode && !mode.equals(AGGREGATED)) {
            throw notShown("mode");
        }
        JsonObject filled = planner.evaluate(request).request();
        Map<String, Json> named = new LinkedHashMap<>(request.members());
        filled.get("model").ifPresent(model -> named.put("model", model));
        Scenario scenario = Patch.apply(required(filled), new JsonObject(named));
        Draft draft = Draft.of(scenario, words);
        JsonObject shown = draft.problems().isEmpty() ? planner.evaluate(draft.request()).request() : draft.request();
        Optional<String> other = difference(filled, shown, "");
        if (other.isPresent()) {
            throw notShown(other.get());
        }
        return scenario;
    }

    private static RequestException notShown(String path) {
        List<String> paths = Field.ALL.stream().map(Field::path).filter(each -> !each.isEmpty()).toList();
        return new RequestException("not-shown", path, paths, "the calculator has no field for this: leave it out");
    }

    /** What fields that may not be blank take where the request leaves them out. */
    private static Scenario required(JsonObject filled) {
        Scenario scenario = Scenario.INITIAL.with(Field.GPUS, "");
        for (Field field : Field.ALL) {
            if (field.isRequired() && !field.path().startsWith("layout.")) {
                Optional<Json> value = at(filled, field.path());
                if (value.isPresent()) {
                    scenario = Patch.apply(scenario, nested(field.path(), value.get()));
                }
            }
        }
        return scenario;
    }

    private static Optional<Json> at(JsonObject object, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? object.get(path)
                : object.get(path.substring(0, dot)).flatMap(inner -> at((JsonObject) inner, path.substring(dot + 1)));
    }

    private static JsonObject nested(String path, Json value) {
        int dot = path.indexOf('.');
        return dot < 0
                ? new JsonObject.Builder().put(path, value).build()
                : new JsonObject.Builder().put(path.substring(0, dot), nested(path.substring(dot + 1), value)).build();
    }

    private static Optional<String> difference(Json asked, Json shown, String path) {
        if (asked instanceof JsonObject left && shown instanceof JsonObject right) {
            List<String> names = new ArrayList<>(left.members().keySet());
            names.addAll(right.members().keySet());
            for (String name : names) {
                Json one = left.get(name).orElse(null);
                Json other = right.get(name).orElse(null);
                String at = path.isEmpty() ? name : path + "." + name;
                if (one == null || other == null) {
                    return Optional.of(at);
                }
                Optional<String> deeper = difference(one, other, at);
                if (deeper.isPresent()) {
                    return deeper;
                }
            }
            return Optional.empty();
        }
        return asked.equals(shown) ? Optional.empty() : Optional.of(path);
    }
}
