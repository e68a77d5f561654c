package dev.llmplanner.screening;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.Choices;
import java.util.ArrayList;
import java.util.List;

/** The precisions in which a model is published: native first, then the others from wide to narrow. */
public final class Precisions {

    /** The checkpoint as released. */
    public static final String NATIVE = "native";

    private Precisions() {}

    /** Their codes as requests name them. */
    public static List<String> of(ModelEntry model) {
        List<String> precisions = new ArrayList<>();
        for (String precision : Choices.WEIGHTS) {
            boolean published = model.recipes().containsKey(precision)
                    && !model.recipes().get(precision).equals(model.nativeRecipe());
            if (precision.equals(NATIVE) || published) {
                precisions.add(precision);
            }
        }
        return precisions;
    }
}
