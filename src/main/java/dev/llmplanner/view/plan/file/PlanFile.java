package dev.llmplanner.view.plan.file;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonShapeException;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.plan.answer.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code .plan.json}: the question as its link has it, the request, plans as they were found, and the facts of the catalog
 * that they rest on.
 *
 * <pre>
 * format         "planner-plan"
 * version        1
 * catalogVersion
 * constants      version of the calibration
 * question       texts of the page's link, by name
 * request        by the contract of a search
 * plans          by the contract of a search's result
 * facts          {models, accelerators, servers}: records by id
 * hash           SHA-256 of the rest as canonical JSON
 * </pre>
 *
 * @param question texts of the page's link
 * @param content  the whole file
 */
public record PlanFile(Map<String, String> question, JsonObject content) {
    /** The end of its name. */
    public static final String SUFFIX = ".plan.json";

    static final List<String> COLLECTIONS = List.of("models", "accelerators", "servers");

    private static final String FORMAT = "planner-plan";
    private static final int VERSION = 1;
    private static final String HASH = "hash";
    private static final String REQUEST = "request";

    /**
     * What a text holds.
     *
     * @param file    absent where it can't be used
     * @param problem why, as a code; blank where it can
     */
    public record Read(Optional<PlanFile> file, String problem) {}

    /** The file of these plans. */
    public static PlanFile of(Map<String, String> question, JsonObject request, List<JsonObject> plans, Resources resources) {
        JsonObject.Builder texts = new JsonObject.Builder();
        question.forEach(texts::put);
        JsonObject.Builder content = new JsonObject.Builder()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("catalogVersion", resources.planner().catalog().version())
                .put("question", texts.build())
                .put(REQUEST, request)
                .put("plans", new JsonArray(new ArrayList<>(plans)))
                .put("facts", facts(plans, resources.bundle()));
        constants(resources.bundle()).ifPresent(version -> content.put("constants", version));
        JsonObject sorted = (JsonObject) Canonical.of(content.build());
        return new PlanFile(question, with(sorted, Canonical.hash(sorted, resources.json())));
    }

    static Optional<String> constants(JsonObject bundle) {
        return JsonCursor.of(bundle).find("constants").flatMap(constants -> constants.findString("version"));
    }

    private static JsonObject facts(List<JsonObject> plans, JsonObject bundle) {
        JsonObject.Builder facts = new JsonObject.Builder();
        for (String collection : COLLECTIONS) {
            Map<String, Json> records = new LinkedHashMap<>();
            for (JsonObject plan : plans) {
                id(collection, Plan.of(JsonCursor.of(plan))).ifPresent(id ->
                        record(bundle, collection, id).ifPresent(record -> records.put(id, record)));
            }
            facts.put(collection, new JsonObject(records));
        }
        return facts.build();
    }

    private static Optional<String> id(String collection, Plan plan) {
        return switch (collection) {
            case "models" -> Optional.of(plan.model());
            case "accelerators" -> Optional.of(plan.accelerator());
            default -> plan.server();
        };
    }

    /** The record of that id as the catalog has it now. */
    static Optional<Json> record(JsonObject bundle, String collection, String id) {
        return bundle.get(collection).flatMap(records -> ((JsonObject) records).get(id));
    }

    private static JsonObject with(JsonObject content, String hash) {
        Map<String, Json> all = new LinkedHashMap<>(content.members());
        all.put(HASH, new JsonString(hash));
        return (JsonObject) Canonical.of(new JsonObject(all));
    }

    /** Its text, one line. */
    public String text(Resources resources) {
        return resources.json().write(content) + "\n";
    }

    /** Reads the text of a file. */
    public static Read read(String text, Resources resources) {
        try {
            Json json = resources.json().read(text).orElse(null);
            if (!(json instanceof JsonObject object)
                    || !JsonCursor.of(object).findString("format").filter(FORMAT::equals).isPresent()) {
                return new Read(Optional.empty(), "not-a-plan");
            }
            JsonCursor content = JsonCursor.of(object);
            if (content.integer("version") > VERSION) {
                return new Read(Optional.empty(), "newer");
            }
            Map<String, Json> rest = new LinkedHashMap<>(object.members());
            rest.remove(HASH);
            if (!Canonical.hash(new JsonObject(rest), resources.json()).equals(content.string(HASH))) {
                return new Read(Optional.empty(), "changed");
            }
            Map<String, String> question = new LinkedHashMap<>();
            for (String name : content.at("question").names()) {
                question.put(name, content.at("question").string(name));
            }
            return new Read(Optional.of(new PlanFile(question, object)), "");
        } catch (JsonShapeException broken) {
            return new Read(Optional.empty(), "not-a-plan");
        }
    }

    /** Its plans, as they were saved. */
    public List<Plan> plans() {
        return Plan.ranked(content);
    }

    /** The request that its plans answer. */
    public JsonObject request() {
        return JsonCursor.of(content).at(REQUEST).object();
    }

    /** The request and the plans, as a search's result has them; whatever else stands in the file is left out. */
    public JsonObject search() {
        return new JsonObject.Builder().put(REQUEST, request())
                .put("plans", content.get("plans").orElse(new JsonArray(List.of()))).build();
    }
}
