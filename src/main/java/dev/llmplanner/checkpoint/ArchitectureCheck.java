package dev.llmplanner.checkpoint;

import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses an architecture whose members or figures can't be: the rules of the catalog's schema, for records from outside. */
final class ArchitectureCheck {

    private static final Set<String> ARCHITECTURE = Set.of("layers", "hiddenSize", "vocabularySize", "tiedEmbeddings",
            "normsPerLayer", "normBias", "normParameters", "layerPattern", "attention", "feedForward", "mtp", "extras");

    private static final Set<String> SOFTMAX = Set.of("heads", "kvHeads", "headDim", "valueHeadDim", "queryLoraRank", "qkNorm",
            "outputGate", "qkvBias", "outputBias", "sinks", "sinkTokens", "extraParametersPerLayer", "sharesKv", "indexer",
            "windowTokens");

    private static final Set<String> LATENT = Set.of("heads", "kvHeads", "queryLoraRank", "kvLoraRank", "nopeHeadDim",
            "ropeHeadDim", "valueHeadDim", "outputGate", "indexer", "windowTokens");

    private static final Map<String, Set<String>> ATTENTION = Map.ofEntries(
            Map.entry("full", SOFTMAX), Map.entry("sliding", SOFTMAX), Map.entry("chunked", SOFTMAX),
            Map.entry("query-sparse", SOFTMAX), Map.entry("cross", SOFTMAX),
            Map.entry("mla", LATENT), Map.entry("mla-sliding", LATENT), Map.entry("dsa", LATENT),
            Map.entry("compressed", Set.of("heads", "kvHeads", "headDim", "queryLoraRank", "ropeHeadDim", "outputGroups",
                    "outputLoraRank", "windowTokens", "compressionRatio", "indexer")),
            Map.entry("gated-delta", Set.of("keyHeads", "valueHeads", "headDim", "convolution")),
            Map.entry("kda", Set.of("heads", "headDim", "convolution", "fullRankGates")),
            Map.entry("lightning", Set.of("heads", "headDim")),
            Map.entry("mamba1", Set.of("innerSize", "stateSize", "convolution", "timeStepRank")),
            Map.entry("mamba2", Set.of("heads", "headDim", "stateSize", "groups", "convolution")),
            Map.entry("none", Set.of()));

    private static final Map<String, Set<String>> FEED_FORWARD = Map.of(
            "dense", Set.of("intermediateSize", "matrices", "bias"),
            "moe", Set.of("experts", "expertsPerToken", "intermediateSize", "matrices", "sharedExperts",
                    "sharedIntermediateSize", "sharedGate", "routerBias", "expertBias", "denseResidualIntermediateSize",
                    "latentSize", "zeroExperts"),
            "none", Set.of());

    private static final Set<String> INDEXER =
            Set.of("heads", "headDim", "topK", "topKBlocks", "blockTokens", "compressionRatio", "keyPooling", "hasNorms");

    private static final Set<String> DRAFT = Set.of("layers", "inCheckpoint", "attentionGroup", "feedForward",
            "denseIntermediateSize", "norms", "includesEmbedding", "includesHead", "perLayerEmbedding", "projection",
            "otherParameters", "notComputable", "vendorParametersBillion", "note");

    private static final Set<String> EXTRA = Set.of("name", "parameters", "activeParameters", "basis", "inTotal", "inActive");

    private static final Set<String> HEADS = Set.of("heads", "kvHeads", "headDim", "valueHeadDim", "keyHeads", "valueHeads",
            "nopeHeadDim", "ropeHeadDim");

    private final String path;

    /**
     * @param path the way to the record
     */
    ArchitectureCheck(String path) {
        this.path = path;
    }

    void check(JsonCursor architecture) {
        String at = OwnRecord.join(path, "architecture");
        figures(architecture, at, ARCHITECTURE);
        int layers = architecture.integer("layers");
        groups(architecture, at, "attention", layers, ATTENTION);
        groups(architecture, at, "feedForward", layers, FEED_FORWARD);
        int number = 0;
        for (JsonCursor extra : architecture.items("extras")) {
            figures(extra, at + ".extras[" + number++ + "]", EXTRA);
        }
        architecture.find("mtp").ifPresent(mtp -> draft(mtp, at + ".mtp", architecture));
    }

    private void groups(JsonCursor architecture, String at, String name, int layers, Map<String, Set<String>> kinds) {
        List<JsonCursor> groups = architecture.at(name).items();
        double sum = 0;
        for (int i = 0; i < groups.size(); i++) {
            JsonCursor group = groups.get(i);
            String place = at + "." + name + "[" + i + "]";
            Set<String> members = kinds.get(group.string("kind"));
            if (members == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_VALUE, place + ".kind", kinds.keySet().stream().sorted().toArray(String[]::new));
            }
            figures(group, place, members);
            related(group, place);
            group.find("indexer").ifPresent(indexer -> {
                figures(indexer, place + ".indexer", INDEXER);
                product(indexer, place + ".indexer", "topKBlocks", "blockTokens");
                product(indexer, place + ".indexer", "compressionRatio", "keyPooling");
            });
            sum += group.integer("layers");
        }
        // A block can hold two mixers or several feed-forward units.
        if (sum < layers || sum % layers != 0) {
            throw Refusal.length(at + "." + name, sum, layers);
        }
    }

    /** Members that there may be, each whole and in its range. */
    private static void figures(JsonCursor object, String at, Set<String> members) {
        for (String name : object.names()) {
            String place = at + "." + name;
            if (!members.contains(name) && !name.equals("kind") && !name.equals("layers")) {
                throw Refusal.of(RefusalCode.UNKNOWN_FIELD, place, members.stream().sorted().toArray(String[]::new));
            }
            JsonCursor value = object.at(name);
            if (value.value() instanceof JsonString || value.value() instanceof JsonBoolean
                    || value.value() instanceof JsonArray || value.value() instanceof JsonObject) {
                continue;
            }
            Fields.Found found = new Fields.Found(place, value.value());
            if (name.equals("parameters") || name.equals("activeParameters") || name.equals("vendorParametersBillion")
                    || name.equals("normParameters")) {
                if (!(value.number() >= 0 && value.number() <= Limits.PARAMETERS)) {
                    throw Refusal.range(place, 0, Limits.PARAMETERS);
                }
            } else {
                Fields.whole(found, least(name), most(name));
            }
        }
    }

    private static int least(String name) {
        return name.equals("ropeHeadDim") || name.equals("attentionGroup") || name.equals("norms") ? 0 : 1;
    }

    private static int most(String name) {
        if (name.equals("layers")) {
            return Limits.LAYERS;
        }
        if (name.equals("matrices")) {
            return 3;
        }
        if (name.equals("normsPerLayer") || name.equals("norms")) {
            return 100;
        }
        if (name.equals("vocabularySize")) {
            return Limits.VOCABULARY;
        }
        return HEADS.contains(name) ? Limits.HEADS
                : name.equals("experts") || name.equals("expertsPerToken") || name.equals("zeroExperts") ? Limits.EXPERTS
                : name.equals("windowTokens") || name.startsWith("topK") || name.equals("extraParametersPerLayer")
                        || name.equals("otherParameters") ? Limits.TOKENS
                : Limits.WIDTH;
    }

    private static void related(JsonCursor group, String at) {
        atMost(group, at, "kvHeads", "heads");
        atMost(group, at, "expertsPerToken", "experts");
        divides(group, at, "kvHeads", "heads");
        divides(group, at, "keyHeads", "valueHeads");
        divides(group, at, "groups", "heads");
    }

    private static void atMost(JsonCursor group, String at, String small, String large) {
        if (group.find(small).isPresent() && group.find(large).isPresent()
                && group.integer(small) > group.integer(large)) {
            throw Refusal.range(at + "." + small, 1, group.integer(large));
        }
    }

    private static void divides(JsonCursor group, String at, String small, String large) {
        if (group.find(small).isPresent() && group.find(large).isPresent()
                && group.integer(large) % group.integer(small) != 0) {
            throw Refusal.of(RefusalCode.DOES_NOT_DIVIDE, at + "." + small, at + "." + large);
        }
    }

    private static void product(JsonCursor object, String at, String one, String other) {
        double product = object.findNumber(one).orElse(1) * object.findNumber(other).orElse(1);
        if (product > Limits.COUNT) {
            throw Refusal.range(at + "." + one, 1, Limits.COUNT);
        }
    }

    private static void draft(JsonCursor mtp, String at, JsonCursor architecture) {
        figures(mtp, at, DRAFT);
        if (mtp.find("notComputable").isPresent()) {
            return;
        }
        int groups = architecture.items("attention").size();
        if (mtp.integer("attentionGroup") >= groups) {
            throw Refusal.range(at + ".attentionGroup", 0, groups - 1.0);
        }
        String kind = mtp.string("feedForward");
        boolean fits = kind.equals("dense")
                || kind.equals("moe") && architecture.items("feedForward").stream().anyMatch(group -> group.string("kind").equals("moe"));
        if (!fits) {
            throw Refusal.of(RefusalCode.UNKNOWN_VALUE, at + ".feedForward", "dense", "moe");
        }
        mtp.integer("norms");
    }
}
