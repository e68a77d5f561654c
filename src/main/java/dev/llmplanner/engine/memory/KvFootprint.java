package dev.llmplanner.engine.memory;

import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * What one sequence leaves in the memory of one GPU, over all layers of a stage.
 *
 * @param bytesPerToken grows with every token
 * @param windows       grow until their window is full
 * @param stateBytes    recurrent state, whatever the length
 */
public record KvFootprint(double bytesPerToken, List<Window> windows, double stateBytes) {

    /**
     * Layers that keep a window.
     *
     * @param tokens        the window
     * @param bytesPerToken of all those layers
     * @param chunked       begins anew after so many tokens, instead of sliding
     */
    public record Window(int tokens, double bytesPerToken, boolean chunked) {}

    public KvFootprint {
        windows = List.copyOf(windows);
    }

    /** The footprint of a sequence on one GPU of the fullest stage. */
    public static KvFootprint of(Architecture architecture, KvFormat format, ParallelLayout layout) {
        return of(architecture, architecture.attention(), format, layout);
    }

    /** The same with the cache of draft layers, which speculative decoding keeps. */
    public static KvFootprint withDraft(Architecture architecture, KvFormat format, ParallelLayout layout) {
        List<AttentionGroup> groups = new ArrayList<>(architecture.attention());
        architecture.draft().ifPresent(draft -> groups.add(new AttentionGroup(draft.layers(), draft.attention())));
        return of(architecture, groups, format, layout);
    }

    /** {@link #bytesPerToken} of each group of layers, in the architecture's order, draft layers last. */
    public static List<Double> bytesPerTokenByGroup(
            Architecture architecture, KvFormat format, ParallelLayout layout, boolean draft) {
        List<AttentionGroup> groups = new ArrayList<>(architecture.attention());
        if (draft) {
            architecture.draft().ifPresent(layers ->
                    groups.add(new AttentionGroup(layers.layers(), layers.attention())));
        }
        List<Double> bytes = new ArrayList<>();
        for (AttentionGroup group : groups) {
            bytes.add(of(architecture, List.of(group), format, layout).bytesPerToken());
        }
        return bytes;
    }

    private static KvFootprint of(
            Architecture architecture, List<AttentionGroup> groups, KvFormat format, ParallelLayout layout) {
        double stageShare =
                Math.ceil((double) architecture.layers() / layout.pipelineParallel()) / architecture.layers();
        double bytesPerToken = 0;
        double stateBytes = 0;
        List<Window> windows = new ArrayList<>();
        KvPerLayer perLayer = new KvPerLayer(format, layout.tensorParallel());
        for (AttentionGroup group : groups) {
            double layers = group.layers() * stageShare;
            KvFootprint one = group.attention().match(perLayer);
            bytesPerToken += layers * one.bytesPerToken();
            stateBytes += layers * one.stateBytes();
            for (Window window : one.windows()) {
                windows.add(new Window(window.tokens(), layers * window.bytesPerToken(), window.chunked()));
            }
        }
        return new KvFootprint(bytesPerToken, windows, stateBytes);
    }

    /** Bytes of KV cache that a sequence of that length holds, without recurrent state. */
    public double kvCacheBytes(double contextTokens) {
        double sum = bytesPerToken * contextTokens;
        for (Window window : windows) {
            sum += window.bytesPerToken() * Math.min(contextTokens, window.tokens());
        }
        return sum;
    }

    /** All bytes that a sequence of that length holds. */
    public double sequenceBytes(double contextTokens) {
        return kvCacheBytes(contextTokens) + stateBytes;
    }

    /** Bytes that a sequence of that length holds whatever token comes next: state, and windows. */
    public double bytesPerSequence(double contextTokens) {
        return sequenceBytes(contextTokens) - bytesPerToken * contextTokens;
    }
}
