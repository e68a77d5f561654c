package dev.llmplanner.planning;

import dev.llmplanner.build.dist.PricesFile;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.support.TestCatalog;
import java.nio.file.Path;
import java.util.List;

/** Searches of the repository's catalog, and figures of their results by path. */
public final class Searches {

    private static final PlantCatalog PLANT =
            PlantCatalog.read(PricesFile.read(Path.of(""), "test"), TestCatalog.catalog());

    private Searches() {}

    public static PlantCatalog plant() {
        return PLANT;
    }

    /** The whole answer. */
    public static JsonObject answer(JsonObject request) {
        return Search.answer(TestCatalog.planner(), PLANT, request);
    }

    public static JsonObject answer(String request) {
        return answer((JsonObject) JacksonJson.parse(request.replace('\'', '"')));
    }

    /** Plans alone, without what explains them. */
    static JsonObject plans(JsonObject request) {
        Search search = Search.of(TestCatalog.planner(), PLANT, request);
        while (!search.hasPlans()) {
            search.advance(1);
        }
        return search.result();
    }

    static JsonObject plans(String request) {
        return plans((JsonObject) JacksonJson.parse(request.replace('\'', '"')));
    }

    /** The value at that path of names with dots; numbers are places in arrays. */
    static Json at(Json root, String path) {
        Json value = root;
        for (String name : path.split("\\.")) {
            value = value instanceof JsonArray array
                    ? array.items().get(Integer.parseInt(name))
                    : ((JsonObject) value).get(name).orElseThrow(() -> new AssertionError("no " + name + " of " + path));
        }
        return value;
    }

    static boolean has(Json root, String name) {
        return ((JsonObject) root).get(name).isPresent();
    }

    static double number(Json root, String path) {
        return ((JsonNumber) at(root, path)).value();
    }

    static String text(Json root, String path) {
        return ((JsonString) at(root, path)).value();
    }

    static boolean flag(Json root, String path) {
        return ((JsonBoolean) at(root, path)).value();
    }

    static List<Json> items(Json root, String path) {
        return ((JsonArray) at(root, path)).items();
    }
}
