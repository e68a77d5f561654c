package dev.llmplanner.view.widget;

import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.TensorGroup;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.text.Arguments;

/** Names of weight formats. */
public final class Formats {

    private Formats() {}

    /** The format of a checkpoint; that of its experts apart where they differ. */
    public static String recipe(WeightRecipe recipe, Scene scene) {
        WeightFormat experts = recipe.of(TensorGroup.EXPERTS);
        return experts == recipe.linear()
                ? format(recipe.linear(), scene)
                : scene.say("format.with-experts", Arguments.of("format", format(recipe.linear(), scene))
                        .and("experts", format(experts, scene)));
    }

    private static String format(WeightFormat format, Scene scene) {
        return scene.say("format." + format.code());
    }
}
