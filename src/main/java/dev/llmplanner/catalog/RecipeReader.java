package dev.llmplanner.catalog;

import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.TensorGroup;
import dev.llmplanner.json.JsonCursor;
import java.util.HashMap;
import java.util.Map;

/** Reads the formats of a checkpoint's tensor groups. */
final class RecipeReader {

    private static final Map<String, TensorGroup> GROUPS = Map.ofEntries(
            Map.entry("embedding", TensorGroup.EMBEDDING),
            Map.entry("head", TensorGroup.HEAD),
            Map.entry("attentionInput", TensorGroup.ATTENTION_INPUT),
            Map.entry("attentionOutput", TensorGroup.ATTENTION_OUTPUT),
            Map.entry("mixer", TensorGroup.MIXER),
            Map.entry("dense", TensorGroup.DENSE),
            Map.entry("experts", TensorGroup.EXPERTS),
            Map.entry("shared", TensorGroup.SHARED),
            Map.entry("router", TensorGroup.ROUTER),
            Map.entry("draft", TensorGroup.DRAFT),
            Map.entry("extras", TensorGroup.EXTRAS));

    private RecipeReader() {}

    static WeightRecipe read(JsonCursor recipe) {
        Map<TensorGroup, WeightFormat> overrides = new HashMap<>();
        for (String name : recipe.names()) {
            TensorGroup group = GROUPS.get(name);
            if (group != null) {
                overrides.put(group, format(recipe.at(name)));
            }
        }
        return new WeightRecipe(format(recipe.at("linear")), overrides);
    }

    private static WeightFormat format(JsonCursor format) {
        for (WeightFormat candidate : WeightFormat.values()) {
            if (candidate.code().equals(format.string())) {
                return candidate;
            }
        }
        throw format.wrong("a weight format");
    }
}
