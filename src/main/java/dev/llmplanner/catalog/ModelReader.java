package dev.llmplanner.catalog;

import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.json.JsonCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one model of the bundle. */
final class ModelReader {

    private ModelReader() {}

    static ModelEntry read(String id, JsonCursor model) {
        JsonCursor licence = model.at("licence");
        Map<String, WeightRecipe> recipes = new LinkedHashMap<>();
        model.find("recipes").ifPresent(all ->
                all.names().forEach(name -> recipes.put(name, RecipeReader.read(all.at(name)))));
        return new ModelEntry(
                id,
                model.string("name"),
                model.string("vendor"),
                model.string("kind").equals("moe"),
                model.findString("released"),
                new ModelEntry.Licence(
                        licence.findString("name"),
                        licence.find("commercialUse").map(JsonCursor::bool),
                        licence.findString("note")),
                model.strings("modalities"),
                repositories(model),
                Units.times(model.findNumber("totalParametersBillion"), Units.GIGA),
                Units.times(model.findNumber("activeParametersBillion"), Units.GIGA),
                model.findNumber("checkpointParameters"),
                model.flag("checkpointIncludesMtp"),
                model.findInteger("maxContextTokens"),
                RecipeReader.read(model.at("native")),
                recipes,
                model.find("architecture").map(architecture ->
                        ArchitectureReader.read(architecture, model.findInteger("maxContextTokens"))),
                model.findString("notComputable"));
    }

    private static List<ModelEntry.Repository> repositories(JsonCursor model) {
        List<ModelEntry.Repository> repositories = new ArrayList<>();
        for (JsonCursor repository : model.items("repositories")) {
            repositories.add(new ModelEntry.Repository(
                    repository.string("name"),
                    repository.string("role"),
                    repository.findString("format"),
                    repository.findInteger("maxContextTokens")));
        }
        return repositories;
    }
}
