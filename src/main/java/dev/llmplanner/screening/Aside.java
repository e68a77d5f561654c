package dev.llmplanner.screening;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows of a matrix that are computed in another thread than the one that shows them. A question {@code {serial, terms,
 * accelerators, models}} names the rows in the order in which they are wanted; the answers are messages {@code {serial, rows}},
 * which {@link Matrix#take} reads.
 */
public final class Aside {
    private final Matrix matrix;
    private final double serial;
    private final Set<Integer> told = new HashSet<>();
    private List<Integer> wanted;
    private int next;
    private List<Json> rows = new ArrayList<>();

    private Aside(Matrix matrix, double serial) {
        this.matrix = matrix;
        this.serial = serial;
    }

    /** The question for those rows of that matrix, told apart from others by its number. */
    public static JsonObject.Builder question(int serial, Matrix matrix, List<ModelEntry> models) {
        return new JsonObject.Builder().put("serial", serial).put("terms", matrix.terms().json())
                .put("accelerators", ids(matrix.accelerators().stream().map(AcceleratorEntry::id).toList()))
                .put("models", ids(models.stream().map(ModelEntry::id).toList()));
    }

    private static JsonArray ids(List<String> ids) {
        return new JsonArray(ids.stream().map(id -> (Json) new JsonString(id)).toList());
    }

    /** What answers that question. */
    public static Aside of(CatalogPlanner planner, JsonObject question) {
        JsonCursor cursor = JsonCursor.of(question);
        Catalog catalog = planner.catalog();
        List<AcceleratorEntry> accelerators = cursor.items("accelerators").stream()
                .map(each -> catalog.accelerator(each.string()).orElseThrow()).toList();
        Aside aside = new Aside(
                Matrix.of(planner, Terms.of(cursor.at("terms")), catalog.models(), accelerators), cursor.number("serial"));
        aside.order(question);
        return aside;
    }

    /** Whether that question is about the same matrix. */
    public boolean answers(JsonObject question) {
        return JsonCursor.of(question).number("serial") == serial;
    }

    /** Takes the order of that question for what isn't told yet. */
    public void order(JsonObject question) {
        Set<String> ids = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        for (JsonCursor each : JsonCursor.of(question).items("models")) {
            if (ids.add(each.string())) {
                inOrder.add(each.string());
            }
        }
        List<Integer> places = new ArrayList<>();
        for (String id : inOrder) {
            int place = matrix.place(id);
            if (!told.contains(place)) {
                places.add(place);
            }
        }
        wanted = places;
        next = 0;
    }

    /** Whether every wanted row is told. */
    public boolean isDone() {
        return next == wanted.size();
    }

    /** Computes the next row. */
    public void advance() {
        int place = wanted.get(next++);
        told.add(place);
        rows.add(matrix.told(place));
    }

    /** The rows since the last message. */
    public JsonObject message() {
        JsonObject message = new JsonObject.Builder().put("serial", new JsonNumber(serial)).put("rows", new JsonArray(rows)).build();
        rows = new ArrayList<>();
        return message;
    }
}
