package dev.llmplanner.engine.memory;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.DraftLayers;
import dev.llmplanner.engine.model.ExtraParameters;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.Sharding;
import dev.llmplanner.engine.model.Tensor;
import dev.llmplanner.engine.model.TensorGroup;
import dev.llmplanner.engine.model.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights on the fullest GPU: the sum of all tensors, each in its group's format, divided by its own rule.
 *
 * <p>A pipeline's fullest stage holds {@code ceil(layers / PP)} layers and the larger of embedding and head. A few dense
 * layers stand at the start of a model, so that another stage holds experts alone; where dense layers and experts
 * alternate, every stage has the mean.
 */
public final class WeightMemory {

    /** Rows to which engines pad the vocabulary. */
    private static final int VOCABULARY_ROWS = 64;

    private static final double BF16_BYTES = 2;

    private WeightMemory() {}

    /**
     * Bytes of draft layers on a GPU, which are loaded only for speculative decoding. Published four-bit checkpoints keep
     * them in BF16; the others in the formats of the layers that they copy.
     */
    public static double draftBytesPerGpu(Architecture architecture, WeightRecipe recipe, ParallelLayout layout) {
        if (architecture.draft().isEmpty()) {
            return 0;
        }
        DraftLayers draft = architecture.draft().get();
        WeightRecipe own = recipe.linear().bytesPerElement() < 1 ? WeightRecipe.of(WeightFormat.BF16) : recipe;
        int hiddenSize = architecture.hiddenSize();
        double layer = bytes(Tensors.of(draft.attention(), hiddenSize), own, layout)
                + bytes(Tensors.of(draft.feedForward(), hiddenSize), own, layout)
                + (draft.norms() * (double) hiddenSize + draft.otherParameters()
                        + (draft.hasProjection() ? 2.0 * hiddenSize * hiddenSize : 0)) * BF16_BYTES;
        double copies = draft.embeddingCopies() + draft.headCopies();
        return draft.layers() * layer + copies * embedding(architecture, recipe, layout, paddedRows(architecture));
    }

    /** Bytes of weights on the fullest GPU. Draft layers aren't loaded. */
    public static double bytesPerGpu(Architecture architecture, WeightRecipe recipe, ParallelLayout layout) {
        int stages = layout.pipelineParallel();
        double stageShare = Math.ceil((double) architecture.layers() / stages) / architecture.layers();
        double attention = 0;
        for (AttentionGroup group : architecture.attention()) {
            attention += group.layers()
                    * bytes(Tensors.of(group.attention(), architecture.hiddenSize()), recipe, layout);
        }
        double norms = architecture.normParameters() * recipe.of(TensorGroup.NORMS).bytesPerElement();
        return stageShare * (attention + norms)
                + feedForward(architecture, recipe, layout, stageShare)
                + vocabulary(architecture, recipe, layout)
                + extras(architecture, recipe, layout);
    }

    /** Bytes by tensor group on one GPU of a replica without pipeline stages, in the order of {@link TensorGroup}. */
    public static Map<TensorGroup, Double> bytesByGroup(
            Architecture architecture, WeightRecipe recipe, ParallelLayout layout) {
        Map<TensorGroup, Double> bytes = new LinkedHashMap<>();
        for (TensorGroup group : TensorGroup.values()) {
            bytes.put(group, 0.0);
        }
        double embedding = embedding(architecture, recipe, layout, paddedRows(architecture));
        bytes.put(TensorGroup.EMBEDDING, embedding);
        if (!architecture.tiedEmbeddings()) {
            bytes.put(TensorGroup.HEAD, embedding / recipe.of(TensorGroup.EMBEDDING).bytesPerElement()
                    * recipe.of(TensorGroup.HEAD).bytesPerElement());
        }
        for (AttentionGroup group : architecture.attention()) {
            add(bytes, Tensors.of(group.attention(), architecture.hiddenSize()), group.layers(), recipe, layout);
        }
        for (FeedForwardGroup group : architecture.feedForward()) {
            add(bytes, Tensors.of(group.feedForward(), architecture.hiddenSize()), group.layers(), recipe, layout);
        }
        bytes.merge(TensorGroup.NORMS,
                architecture.normParameters() * recipe.of(TensorGroup.NORMS).bytesPerElement(), Double::sum);
        bytes.put(TensorGroup.EXTRAS, extras(architecture, recipe, layout));
        return bytes;
    }

    private static void add(
            Map<TensorGroup, Double> bytes, List<Tensor> tensors, int layers, WeightRecipe recipe,
            ParallelLayout layout) {
        for (Tensor tensor : tensors) {
            bytes.merge(tensor.group(), layers * bytes(List.of(tensor), recipe, layout), Double::sum);
        }
    }

    /** Bytes of the whole checkpoint's main model, on one imaginary GPU and without padding. */
    public static double checkpointBytes(Architecture architecture, WeightRecipe recipe) {
        ParallelLayout whole = ParallelLayout.tensor(1);
        double padding = embedding(architecture, recipe, whole, paddedRows(architecture) - architecture.vocabularySize());
        double copies = architecture.tiedEmbeddings() ? 1 : 2;
        return bytesPerGpu(architecture, recipe, whole) - copies * padding;
    }

    private static double feedForward(
            Architecture architecture, WeightRecipe recipe, ParallelLayout layout, double stageShare) {
        double total = 0;
        double heaviestLayer = 0;
        int heaviestLayers = 0;
        int layers = 0;
        for (FeedForwardGroup group : architecture.feedForward()) {
            double layer = bytes(Tensors.of(group.feedForward(), architecture.hiddenSize()), recipe, layout);
            total += group.layers() * layer;
            layers += group.layers();
            if (layer > heaviestLayer) {
                heaviestLayer = layer;
                heaviestLayers = group.layers();
            }
        }
        boolean leadingDenseLayers = architecture.hasExperts() && layers - heaviestLayers <= layers / 8;
        double stageLayers = Math.ceil((double) layers / layout.pipelineParallel());
        return leadingDenseLayers && stageLayers <= heaviestLayers && layout.pipelineParallel() > 1
                ? stageLayers * heaviestLayer
                : stageShare * total;
    }

    private static double vocabulary(Architecture architecture, WeightRecipe recipe, ParallelLayout layout) {
        double embedding = embedding(architecture, recipe, layout, paddedRows(architecture));
        double head = embedding / recipe.of(TensorGroup.EMBEDDING).bytesPerElement()
                * recipe.of(TensorGroup.HEAD).bytesPerElement();
        boolean both = layout.pipelineParallel() == 1 && !architecture.tiedEmbeddings();
        return both ? embedding + head : Math.max(embedding, head);
    }

    private static double embedding(
            Architecture architecture, WeightRecipe recipe, ParallelLayout layout, double rows) {
        return rows * architecture.hiddenSize()
                * Shards.fraction(Sharding.VOCABULARY, layout)
                * recipe.of(TensorGroup.EMBEDDING).bytesPerElement();
    }

    private static double paddedRows(Architecture architecture) {
        return Math.ceil((double) architecture.vocabularySize() / VOCABULARY_ROWS) * VOCABULARY_ROWS;
    }

    private static double extras(Architecture architecture, WeightRecipe recipe, ParallelLayout layout) {
        double elements = 0;
        for (ExtraParameters extra : architecture.extras()) {
            elements += extra.inTotal() ? extra.parameters() : 0;
        }
        return elements * Shards.fraction(Sharding.HEADS, layout) * recipe.of(TensorGroup.EXTRAS).bytesPerElement();
    }

    private static double bytes(List<Tensor> tensors, WeightRecipe recipe, ParallelLayout layout) {
        double sum = 0;
        for (Tensor tensor : tensors) {
            sum += tensor.elements() * Shards.fraction(tensor.sharding(), layout)
                    * recipe.of(tensor.group()).bytesPerElement();
        }
        return sum;
    }
}
