package dev.llmplanner.catalog;

import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.DraftLayers;
import dev.llmplanner.engine.model.ExtraParameters;
import dev.llmplanner.engine.model.FeedForward;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.NoFeedForward;
import dev.llmplanner.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the architecture of a model file. */
final class ArchitectureReader {

    private ArchitectureReader() {}

    static Architecture read(JsonCursor architecture, OptionalInt positions) {
        int layers = architecture.integer("layers");
        int hiddenSize = architecture.integer("hiddenSize");
        List<AttentionGroup> attention = new ArrayList<>();
        for (JsonCursor group : architecture.items("attention")) {
            attention.add(new AttentionGroup(group.integer("layers"), AttentionReader.read(group)));
        }
        List<FeedForwardGroup> feedForward = new ArrayList<>();
        for (JsonCursor group : architecture.items("feedForward")) {
            feedForward.add(new FeedForwardGroup(group.integer("layers"), feedForward(group)));
        }
        return new Architecture(
                layers,
                hiddenSize,
                architecture.integer("vocabularySize"),
                architecture.flag("tiedEmbeddings"),
                attention,
                feedForward,
                norms(architecture, layers, hiddenSize),
                extras(architecture),
                architecture.find("mtp").flatMap(mtp -> draft(mtp, attention, feedForward)),
                positions);
    }

    private static double norms(JsonCursor architecture, int layers, int hiddenSize) {
        return architecture.findNumber("normParameters").orElseGet(() ->
                (architecture.findInteger("normsPerLayer").orElse(2) * (double) layers + 1)
                        * hiddenSize
                        * (architecture.flag("normBias") ? 2 : 1));
    }

    private static FeedForward feedForward(JsonCursor group) {
        return switch (group.string("kind")) {
            case "dense" -> new DenseFeedForward(
                    group.integer("intermediateSize"), group.integer("matrices"), group.flag("bias"));
            case "moe" -> new MixtureOfExperts(
                    group.integer("experts"),
                    group.integer("expertsPerToken"),
                    group.integer("intermediateSize"),
                    group.integer("matrices"),
                    group.findInteger("sharedIntermediateSize").orElse(0),
                    group.flag("sharedGate"),
                    group.flag("routerBias"),
                    group.flag("expertBias"),
                    group.findInteger("denseResidualIntermediateSize").orElse(0),
                    group.findInteger("latentSize").orElse(0),
                    group.findInteger("zeroExperts").orElse(0));
            case "none" -> new NoFeedForward();
            default -> throw group.at("kind").wrong("dense, moe or none");
        };
    }

    private static List<ExtraParameters> extras(JsonCursor architecture) {
        List<ExtraParameters> extras = new ArrayList<>();
        for (JsonCursor extra : architecture.items("extras")) {
            double parameters = extra.number("parameters");
            extras.add(new ExtraParameters(
                    extra.string("name"),
                    parameters,
                    extra.findNumber("activeParameters").orElse(parameters),
                    extra.flag("inTotal"),
                    extra.flag("inActive")));
        }
        return extras;
    }

    private static Optional<DraftLayers> draft(
            JsonCursor mtp, List<AttentionGroup> attention, List<FeedForwardGroup> groups) {
        if (mtp.find("notComputable").isPresent()) {
            return Optional.empty();
        }
        int layers = mtp.integer("layers");
        int copies = mtp.flag("perLayerEmbedding") ? layers : 1;
        return Optional.of(new DraftLayers(
                layers,
                attention.get(mtp.integer("attentionGroup")).attention(),
                draftFeedForward(mtp, groups),
                mtp.integer("norms"),
                mtp.flag("includesEmbedding") ? copies : 0,
                mtp.flag("includesHead") ? copies : 0,
                mtp.find("projection").isEmpty() || mtp.flag("projection"),
                mtp.findNumber("otherParameters").orElse(0)));
    }

    private static FeedForward draftFeedForward(JsonCursor mtp, List<FeedForwardGroup> groups) {
        boolean dense = mtp.string("feedForward").equals("dense");
        for (FeedForwardGroup group : groups) {
            if (dense && group.feedForward() instanceof DenseFeedForward like) {
                return new DenseFeedForward(
                        mtp.findInteger("denseIntermediateSize").orElse(like.intermediateSize()),
                        like.matrices(), like.bias());
            }
            if (!dense && group.feedForward() instanceof MixtureOfExperts) {
                return group.feedForward();
            }
        }
        if (dense) {
            // Every other layer routes to experts: a gated unit of the stated width.
            return new DenseFeedForward(mtp.integer("denseIntermediateSize"), 3, false);
        }
        throw mtp.at("feedForward").wrong("the kind of a feed-forward group of this model");
    }
}
