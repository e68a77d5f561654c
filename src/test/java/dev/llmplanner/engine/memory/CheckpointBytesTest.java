package dev.llmplanner.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.engine.model.Tensor;
import dev.llmplanner.engine.model.TensorGroup;
import dev.llmplanner.engine.model.Tensors;
import dev.llmplanner.support.Table;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bytes of whole checkpoints, against what repositories hold. */
class CheckpointBytesTest {

    private static final double TOLERANCE = 0.005;

    @TestFactory
    Stream<DynamicTest> bf16CheckpointsHoldTwoBytesPerCountedParameter() {
        return TestCatalog.catalog().models().stream()
                .filter(model -> model.architecture().isPresent() && model.checkpointParameters().isPresent())
                .filter(model -> model.nativeRecipe().equals(WeightRecipe.of(WeightFormat.BF16)))
                .map(model -> DynamicTest.dynamicTest(model.id(), () -> {
                    double draft = model.checkpointIncludesDraft() ? 2 * count(model).draft() : 0;

                    near(WeightMemory.checkpointBytes(model.architecture().orElseThrow(), model.nativeRecipe()) + draft,
                            2 * model.checkpointParameters().orElseThrow());
                }));
    }

    /** Published sizes: bytes of the tensor files, or elements of files in which two FP4 values count as one. */
    @TestFactory
    Stream<DynamicTest> quantisedCheckpointsHoldWhatTheirRepositoriesSay() {
        return Table.read("src/test/resources/golden/checkpoints.csv").rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.text("repository"), () -> {
                    ModelEntry model = TestCatalog.catalog().model(row.text("id")).orElseThrow();
                    Architecture architecture = model.architecture().orElseThrow();
                    WeightRecipe recipe = row.text("weights").equals("native")
                            ? model.nativeRecipe() : model.recipes().get(row.text("weights"));
                    double bytes = WeightMemory.checkpointBytes(architecture, recipe)
                            + draftBytes(model, row.text("draft"));

                    near(row.text("unit").equals("bytes") ? bytes : bytes - plainElements(architecture, recipe)
                            - (row.text("draft").equals("bf16") ? count(model).draft() : 0), row.number("size"));
                }));
    }

    /** Draft layers as stored: nothing, all in BF16, or matrices in block-scaled FP8 beside BF16 embeddings. */
    private static double draftBytes(ModelEntry model, String form) {
        double draft = count(model).draft();
        double embeddings = model.architecture().orElseThrow().draft()
                .map(layers -> (layers.embeddingCopies() + layers.headCopies()) * count(model).embedding())
                .orElse(0.0);
        return switch (form) {
            case "none" -> 0;
            case "bf16" -> 2 * draft;
            case "fp8-block" -> 2 * embeddings + WeightFormat.FP8_BLOCK.bytesPerElement() * (draft - embeddings);
            default -> throw new IllegalArgumentException(form);
        };
    }

    /** Elements outside FP4: a packed count has one for each of their two bytes. */
    private static double plainElements(Architecture architecture, WeightRecipe recipe) {
        List<Map.Entry<Tensor, Integer>> layers = new ArrayList<>();
        for (AttentionGroup group : architecture.attention()) {
            Tensors.of(group.attention(), architecture.hiddenSize())
                    .forEach(tensor -> layers.add(Map.entry(tensor, group.layers())));
        }
        for (FeedForwardGroup group : architecture.feedForward()) {
            Tensors.of(group.feedForward(), architecture.hiddenSize())
                    .forEach(tensor -> layers.add(Map.entry(tensor, group.layers())));
        }
        ParameterCount count = ParameterCount.of(architecture);
        double outside = count.embedding() + count.head() + count.norms() + count.extras();
        return outside + layers.stream()
                .filter(layer -> format(recipe, layer.getKey().group()) != WeightFormat.NVFP4)
                .mapToDouble(layer -> layer.getKey().elements() * layer.getValue())
                .sum();
    }

    private static WeightFormat format(WeightRecipe recipe, TensorGroup group) {
        return recipe.of(group);
    }

    private static ParameterCount count(ModelEntry model) {
        return ParameterCount.of(model.architecture().orElseThrow());
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(TOLERANCE * expected));
    }
}
