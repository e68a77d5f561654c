package dev.llmplanner.catalog;

import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.Architecture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One model of the catalog.
 *
 * @param vendor             id of the vendor
 * @param mixture            whether it routes tokens to experts
 * @param released           ISO date, or a prefix of one
 * @param modalities         text, image, video, audio, scientific
 * @param totalParameters    as the vendor states them, elements
 * @param activeParameters   as the vendor states them, elements
 * @param checkpointParameters elements counted in the checkpoint
 * @param nativeRecipe       formats of the checkpoint as released
 * @param recipes            formats of published quantised forms, by the request's name: fp8, fp4, int4 …
 * @param architecture       absent where the fields aren't known; then {@code notComputable} says why
 */
public record ModelEntry(
        String id,
        String name,
        String vendor,
        boolean mixture,
        Optional<String> released,
        Licence licence,
        List<String> modalities,
        List<Repository> repositories,
        OptionalDouble totalParameters,
        OptionalDouble activeParameters,
        OptionalDouble checkpointParameters,
        boolean checkpointIncludesDraft,
        OptionalInt maxContextTokens,
        WeightRecipe nativeRecipe,
        Map<String, WeightRecipe> recipes,
        Optional<Architecture> architecture,
        Optional<String> notComputable) {

    /**
     * A name under which a checkpoint is published.
     *
     * @param role   release, variant, quantised, draft, derived
     * @param format of a quantised one
     * @param maxContextTokens where it differs from the model's
     */
    public record Repository(String name, String role, Optional<String> format, OptionalInt maxContextTokens) {}

    /**
     * Terms of use.
     *
     * @param commercialUse absent where it isn't known
     */
    public record Licence(Optional<String> name, Optional<Boolean> commercialUse, Optional<String> note) {}

    public ModelEntry {
        modalities = List.copyOf(modalities);
        repositories = List.copyOf(repositories);
        recipes = Map.copyOf(recipes);
    }
}
