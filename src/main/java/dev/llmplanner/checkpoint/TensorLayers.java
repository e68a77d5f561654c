package dev.llmplanner.checkpoint;

import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonCursor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** In how many layers of an architecture each tensor group stands. */
final class TensorLayers {

    private static final Set<String> MIXERS = Set.of("gated-delta", "kda", "lightning", "mamba1", "mamba2");

    private TensorLayers() {}

    /** Layers by the group's name in the catalog. */
    static Map<String, Integer> of(Json architecture) {
        Map<String, Integer> layers = new LinkedHashMap<>();
        JsonCursor root = JsonCursor.of(architecture);
        for (JsonCursor group : root.items("attention")) {
            String kind = group.string("kind");
            if (MIXERS.contains(kind)) {
                layers.merge("mixer", group.integer("layers"), Integer::sum);
            } else if (!kind.equals("none")) {
                layers.merge("attentionInput", group.integer("layers"), Integer::sum);
                layers.merge("attentionOutput", group.integer("layers"), Integer::sum);
            }
        }
        for (JsonCursor group : root.items("feedForward")) {
            String kind = group.string("kind");
            if (kind.equals("dense")) {
                layers.merge("dense", group.integer("layers"), Integer::sum);
            } else if (kind.equals("moe")) {
                layers.merge("experts", group.integer("layers"), Integer::sum);
                if (group.find("sharedExperts").isPresent()) {
                    layers.merge("shared", group.integer("layers"), Integer::sum);
                }
            }
        }
        return layers;
    }

    /** Routed experts of a layer; 0 without any. */
    static int experts(Architecture architecture) {
        for (FeedForwardGroup group : architecture.feedForward()) {
            if (group.feedForward() instanceof MixtureOfExperts mixture) {
                return mixture.experts();
            }
        }
        return 0;
    }
}
