package dev.llmplanner.view.models;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.TensorGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Widths of weights, over their formats: FP8 with and without block scales, NVFP4 and MXFP4. */
final class Precision {
    static final String FP8 = "fp8";
    static final String FP4 = "fp4";
    static final String INT4 = "int4";
    static final List<String> CODES = List.of("bf16", FP8, FP4, "int8", INT4, "gguf");

    private Precision() {}

    /** The widths in which a model is published, its own among them. */
    static List<String> of(ModelEntry model) {
        List<String> codes = new ArrayList<>();
        codes.add(of(model.nativeRecipe()));
        for (WeightRecipe recipe : model.recipes().values()) {
            codes.add(of(recipe));
        }
        return CODES.stream().filter(codes::contains).toList();
    }

    /** The width of most of the weights: that of the experts where they differ. */
    static String of(WeightRecipe recipe) {
        return of(recipe.of(TensorGroup.EXPERTS));
    }

    private static String of(WeightFormat format) {
        return switch (format) {
            case BF16, FP16 -> "bf16";
            case FP8, FP8_BLOCK -> FP8;
            case NVFP4, MXFP4 -> FP4;
            case INT8 -> "int8";
            case INT4 -> INT4;
            case GGUF_Q8_0, GGUF_Q6_K, GGUF_Q5_K_M, GGUF_Q4_K_M -> "gguf";
        };
    }

    /** Bytes of the smallest published checkpoint of each width but the native one, from those of each precision. */
    static Map<String, Double> published(ModelEntry model, Map<String, Double> weightsBytes) {
        Map<String, Double> smallest = new LinkedHashMap<>();
        weightsBytes.forEach((precision, bytes) -> {
            WeightRecipe recipe = model.recipes().get(precision);
            if (recipe != null) {
                smallest.merge(of(recipe), bytes, Math::min);
            }
        });
        return smallest;
    }

    /** What stands under that key. */
    static OptionalDouble in(Map<String, Double> bytes, String key) {
        Double value = bytes.get(key);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
