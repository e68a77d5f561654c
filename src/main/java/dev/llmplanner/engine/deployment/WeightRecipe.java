package dev.llmplanner.engine.deployment;

import dev.llmplanner.engine.model.TensorGroup;
import java.util.Map;

/**
 * The format of each tensor group of one checkpoint.
 *
 * <p>{@code linear} holds for every matrix inside the layers that has no entry of its own. Embedding, head, router,
 * norms, draft layers and parts outside the layers stay in BF16 unless they have one, as published checkpoints keep
 * them.
 */
public record WeightRecipe(WeightFormat linear, Map<TensorGroup, WeightFormat> overrides) {

    public WeightRecipe {
        overrides = Map.copyOf(overrides);
    }

    /** Everything inside the layers in one format. */
    public static WeightRecipe of(WeightFormat linear) {
        return new WeightRecipe(linear, Map.of());
    }

    /** GGUF quantises the embedding like the layers and keeps a better head; only norms stay wide. */
    private WeightFormat gguf(TensorGroup group) {
        return switch (group) {
            case HEAD -> linear == WeightFormat.GGUF_Q8_0 ? linear : WeightFormat.GGUF_Q6_K;
            case NORMS, ROUTER, EXTRAS, DRAFT -> WeightFormat.BF16;
            case EMBEDDING, ATTENTION_INPUT, ATTENTION_OUTPUT, MIXER, DENSE, EXPERTS, SHARED -> linear;
        };
    }

    /** The format of that group. */
    public WeightFormat of(TensorGroup group) {
        WeightFormat override = overrides.get(group);
        if (override != null) {
            return override;
        }
        if (linear.isGguf()) {
            return gguf(group);
        }
        return switch (group) {
            case EMBEDDING, HEAD, ROUTER, NORMS, DRAFT, EXTRAS ->
                    linear == WeightFormat.FP16 ? WeightFormat.FP16 : WeightFormat.BF16;
            case ATTENTION_INPUT, ATTENTION_OUTPUT, MIXER, DENSE, EXPERTS, SHARED -> linear;
        };
    }
}
