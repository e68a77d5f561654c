package dev.llmplanner.engine.memory;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.EngineVersion;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.model.AttentionGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How vLLM cuts the pool of a model whose layers cache differently (its hybrid KV cache manager).
 *
 * <ol>
 *   <li>Layers that cache alike form kinds. All kinds are cut into groups of the same number of layers: as many as the
 *       rarest kind has, or as the commonest where that has less than half as many more. What a last group lacks is
 *       wasted.
 *   <li>A block is one page of each layer of a group, and all pages have the same bytes. A layer with few bytes per token
 *       puts more tokens in its page. Beside recurrent state, attention's page grows in steps of 16 tokens until a layer's
 *       state fits in.
 *   <li>A sequence takes, per group: all its blocks; the blocks of a window and of a batch of prompts, and one more;
 *       those of a chunk and a batch; one for a state.
 * </ol>
 *
 * @param blockBytes        of one block
 * @param blockTokens       tokens in a page of the kind with the fewest
 * @param groups            groups of layers
 * @param blocksPerSequence blocks of one sequence of the longest length
 * @see <a href="https://github.com/vllm-project/vllm/blob/main/vllm/v1/core/kv_cache_utils.py">kv_cache_utils.py</a>
 */
public record KvPages(double blockBytes, double blockTokens, int groups, double blocksPerSequence) {

    static final double BLOCK_TOKENS = 16;

    /** What a layer keeps. */
    private enum Kind {
        ALL,
        WINDOW,
        CHUNK,
        STATE
    }

    private record Layer(Kind kind, int windowTokens, double bytes) {}

    /** The pages of that deployment; empty where all layers cache alike, or where another rule holds. */
    static Optional<KvPages> of(Deployment deployment) {
        if (deployment.engine() != ServingEngine.VLLM) {
            return Optional.empty();
        }
        Map<Layer, Integer> layers = new LinkedHashMap<>();
        KvPerLayer perLayer = new KvPerLayer(deployment.kvFormat(), deployment.layout().tensorParallel());
        for (AttentionGroup group : groups(deployment)) {
            KvFootprint one = group.attention().match(perLayer);
            int stage = (group.layers() + deployment.layout().pipelineParallel() - 1)
                    / deployment.layout().pipelineParallel();
            if (one.bytesPerToken() > 0 && !one.windows().isEmpty()) {
                return Optional.empty();
            }
            if (one.bytesPerToken() > 0) {
                layers.merge(new Layer(Kind.ALL, 0, one.bytesPerToken()), stage, Integer::sum);
            }
            for (KvFootprint.Window window : one.windows()) {
                layers.merge(new Layer(window.chunked() ? Kind.CHUNK : Kind.WINDOW, window.tokens(),
                        window.bytesPerToken()), stage, Integer::sum);
            }
            if (one.stateBytes() > 0) {
                layers.merge(new Layer(Kind.STATE, 0, one.stateBytes()), stage, Integer::sum);
            }
        }
        boolean different = false;
        for (Layer layer : layers.keySet()) {
            different |= layer.kind() != Kind.ALL;
        }
        return layers.size() > 1 && different ? cut(deployment, layers) : Optional.empty();
    }

    private static List<AttentionGroup> groups(Deployment deployment) {
        List<AttentionGroup> groups = new ArrayList<>(deployment.architecture().attention());
        if (deployment.workload().speculation().isPresent()) {
            deployment.architecture().draft().ifPresent(draft ->
                    groups.add(new AttentionGroup(draft.layers(), draft.attention())));
        }
        return groups;
    }

    private static Optional<KvPages> cut(Deployment deployment, Map<Layer, Integer> layers) {
        double state = 0;
        double widest = 0;
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        for (Map.Entry<Layer, Integer> entry : layers.entrySet()) {
            if (entry.getKey().kind() == Kind.STATE) {
                state = Math.max(state, entry.getKey().bytes());
            } else {
                widest = Math.max(widest, entry.getKey().bytes());
            }
            fewest = Math.min(fewest, entry.getValue());
            most = Math.max(most, entry.getValue());
        }
        if (widest == 0) {
            return Optional.empty();
        }
        double page = widest * BLOCK_TOKENS * Math.max(1, Math.ceil(state / (widest * BLOCK_TOKENS)));
        int groupLayers = most < 1.5 * fewest ? most : fewest;
        double longest = deployment.limits().maxModelLenTokens();
        double batch = deployment.limits().maxBatchedTokens();
        int groups = 0;
        double blocks = 0;
        double blockTokens = Double.POSITIVE_INFINITY;
        for (Map.Entry<Layer, Integer> entry : layers.entrySet()) {
            Layer layer = entry.getKey();
            int own = (entry.getValue() + groupLayers - 1) / groupLayers;
            double tokens = layer.kind() == Kind.STATE ? longest : page / layer.bytes();
            double each = switch (layer.kind()) {
                case ALL -> Math.ceil(longest / tokens);
                case WINDOW -> Math.ceil(Math.min(layer.windowTokens() - 1 + batch, longest) / tokens) + 1;
                case CHUNK -> Math.ceil(Math.min(layer.windowTokens() + batch, longest) / tokens);
                case STATE -> 1;
            };
            groups += own;
            blocks += own * each;
            blockTokens = Math.min(blockTokens, tokens);
        }
        return Optional.of(new KvPages(page * groupLayers, blockTokens, groups, blocks));
    }

    /** Whole blocks in that pool. */
    double blocks(double poolBytes) {
        return Math.floor(poolBytes / blockBytes);
    }

    /** Tokens as that version logs them. */
    double tokens(double poolBytes, Optional<EngineVersion> version, double longestTokens) {
        return sharesEvenly(version)
                ? Math.floor(blocks(poolBytes) / groups) * blockTokens
                : Math.floor(blocks(poolBytes) / blocksPerSequence * longestTokens);
    }

    /** Before 0.21 vLLM logged as if each group had the same share of the blocks. */
    public static boolean sharesEvenly(Optional<EngineVersion> version) {
        return version.isPresent() && !version.get().isAtLeast(0, 21);
    }
}
