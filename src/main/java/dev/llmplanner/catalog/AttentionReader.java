package dev.llmplanner.catalog;

import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.AttentionOptions;
import dev.llmplanner.engine.model.CompressedAttention;
import dev.llmplanner.engine.model.CrossAttention;
import dev.llmplanner.engine.model.FactorizedQueryAttention;
import dev.llmplanner.engine.model.GatedDeltaAttention;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.Indexer;
import dev.llmplanner.engine.model.KimiDeltaAttention;
import dev.llmplanner.engine.model.LatentAttention;
import dev.llmplanner.engine.model.LightningAttention;
import dev.llmplanner.engine.model.Mamba1;
import dev.llmplanner.engine.model.Mamba2;
import dev.llmplanner.engine.model.NoAttention;
import dev.llmplanner.engine.model.OutputGate;
import dev.llmplanner.engine.model.QkNorm;
import dev.llmplanner.engine.model.Reach;
import dev.llmplanner.engine.model.SparseGroupedQueryAttention;
import dev.llmplanner.engine.model.SparseLatentAttention;
import dev.llmplanner.json.JsonCursor;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one attention group of a model file. */
final class AttentionReader {

    private AttentionReader() {}

    static Attention read(JsonCursor group) {
        String kind = group.string("kind");
        return switch (kind) {
            case "full" -> full(group);
            case "sliding" -> groupedQuery(group, new Reach(Reach.Kind.SLIDING, group.integer("windowTokens")));
            case "chunked" -> groupedQuery(group, new Reach(Reach.Kind.CHUNKED, group.integer("windowTokens")));
            case "query-sparse" -> new SparseGroupedQueryAttention(
                    groupedQuery(group, Reach.FULL), indexer(group.at("indexer"), false));
            case "cross" -> new CrossAttention(
                    group.integer("heads"), group.integer("kvHeads"), group.integer("headDim"), options(group));
            case "mla" -> latent(group, Reach.FULL);
            case "mla-sliding" -> latent(group, new Reach(Reach.Kind.SLIDING, group.integer("windowTokens")));
            case "dsa" -> new SparseLatentAttention(
                    latent(group, Reach.FULL), indexer(group.at("indexer"), true));
            case "compressed" -> compressed(group);
            case "gated-delta" -> new GatedDeltaAttention(
                    group.integer("keyHeads"), group.integer("valueHeads"), group.integer("headDim"),
                    group.integer("convolution"));
            case "kda" -> new KimiDeltaAttention(
                    group.integer("heads"), group.integer("headDim"), group.integer("convolution"),
                    group.flag("fullRankGates"));
            case "lightning" -> new LightningAttention(group.integer("heads"), group.integer("headDim"));
            case "mamba1" -> new Mamba1(
                    group.integer("innerSize"), group.integer("stateSize"), group.integer("convolution"),
                    group.integer("timeStepRank"));
            case "mamba2" -> new Mamba2(
                    group.integer("heads"), group.integer("headDim"), group.integer("stateSize"),
                    group.integer("groups"), group.integer("convolution"));
            case "none" -> new NoAttention();
            default -> throw group.at("kind").wrong("an attention kind of model.schema.json");
        };
    }

    private static Attention full(JsonCursor group) {
        if (group.find("queryLoraRank").isPresent()) {
            return new FactorizedQueryAttention(
                    group.integer("heads"), group.integer("headDim"), group.integer("queryLoraRank"), options(group));
        }
        GroupedQueryAttention dense = groupedQuery(group, Reach.FULL);
        Optional<JsonCursor> indexer = group.find("indexer");
        return indexer.isPresent() ? new SparseGroupedQueryAttention(dense, indexer(indexer.get(), false)) : dense;
    }

    private static GroupedQueryAttention groupedQuery(JsonCursor group, Reach reach) {
        int headDim = group.integer("headDim");
        return new GroupedQueryAttention(
                group.integer("heads"),
                group.integer("kvHeads"),
                headDim,
                group.findInteger("valueHeadDim").orElse(headDim),
                reach,
                options(group));
    }

    private static AttentionOptions options(JsonCursor group) {
        return new AttentionOptions(
                qkNorm(group),
                outputGate(group),
                group.flag("qkvBias"),
                group.flag("outputBias"),
                group.flag("sinks"),
                group.flag("sharesKv"),
                group.findInteger("sinkTokens").orElse(0),
                group.findInteger("extraParametersPerLayer").orElse(0));
    }

    private static QkNorm qkNorm(JsonCursor group) {
        Optional<String> norm = group.findString("qkNorm");
        if (norm.isEmpty()) {
            return QkNorm.NONE;
        }
        return switch (norm.get()) {
            case "head" -> QkNorm.HEAD;
            case "heads" -> QkNorm.HEADS;
            case "layer" -> QkNorm.LAYER;
            default -> throw group.at("qkNorm").wrong("head, heads or layer");
        };
    }

    private static OutputGate outputGate(JsonCursor group) {
        Optional<String> gate = group.findString("outputGate");
        if (gate.isEmpty()) {
            return OutputGate.NONE;
        }
        return switch (gate.get()) {
            case "head" -> OutputGate.HEAD;
            case "element" -> OutputGate.ELEMENT;
            default -> throw group.at("outputGate").wrong("head or element");
        };
    }

    private static LatentAttention latent(JsonCursor group, Reach reach) {
        int heads = group.integer("heads");
        return new LatentAttention(
                heads,
                group.findInteger("kvHeads").orElse(heads),
                group.findInteger("queryLoraRank"),
                group.integer("kvLoraRank"),
                group.integer("nopeHeadDim"),
                group.integer("ropeHeadDim"),
                group.integer("valueHeadDim"),
                reach,
                outputGate(group));
    }

    private static CompressedAttention compressed(JsonCursor group) {
        return new CompressedAttention(
                group.integer("heads"),
                group.integer("headDim"),
                group.integer("queryLoraRank"),
                group.integer("outputGroups"),
                group.integer("outputLoraRank"),
                group.integer("windowTokens"),
                group.findInteger("compressionRatio").orElse(0),
                group.find("indexer").map(indexer -> indexer(indexer, true)));
    }

    private static Indexer indexer(JsonCursor indexer, boolean weighted) {
        OptionalInt selected = indexer.findInteger("topK");
        if (selected.isEmpty() && indexer.find("topKBlocks").isPresent()) {
            selected = OptionalInt.of(indexer.integer("topKBlocks") * indexer.integer("blockTokens"));
        }
        int tokensPerKey = indexer.findInteger("keyPooling").orElse(1)
                * indexer.findInteger("compressionRatio").orElse(1);
        boolean hasNorms = weighted || indexer.flag("hasNorms");
        return new Indexer(
                indexer.integer("heads"), indexer.integer("headDim"), selected, tokensPerKey, hasNorms, weighted);
    }
}
