package dev.llmplanner.view.model;

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
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;

/** The shape of an attention, a line for each of its parts. */
final class AttentionLines implements Attention.Cases<List<String>> {
    private final Scene scene;

    AttentionLines(Scene scene) {
        this.scene = scene;
    }

    private List<String> lines(String key, Arguments arguments) {
        List<String> lines = new ArrayList<>();
        lines.add(scene.say(key, arguments));
        return lines;
    }

    private void reach(Reach reach, List<String> lines) {
        if (!reach.isFull()) {
            lines.add(scene.say(reach.kind() == Reach.Kind.CHUNKED ? "model-arch.chunk" : "model-arch.window",
                    Arguments.of("tokens", reach.windowTokens())));
        }
    }

    private void options(AttentionOptions options, List<String> lines) {
        if (options.sharesKv()) {
            lines.add(scene.say("model-arch.shares-kv"));
        }
        if (options.qkNorm() != QkNorm.NONE) {
            lines.add(scene.say("model-arch.qk-norm"));
        }
        gate(options.outputGate(), lines);
        if (options.qkvBias()) {
            lines.add(scene.say("model-arch.bias"));
        }
        if (options.sinks() || options.sinkTokens() > 0) {
            lines.add(scene.say("model-arch.sinks"));
        }
    }

    private void gate(OutputGate gate, List<String> lines) {
        if (gate != OutputGate.NONE) {
            lines.add(scene.say("model-arch.gate"));
        }
    }

    private void indexer(Indexer indexer, List<String> lines) {
        lines.add(scene.say("model-arch.indexer",
                Arguments.of("heads", indexer.heads()).and("dim", indexer.headDim())));
        if (indexer.selectedTokens().isPresent()) {
            lines.add(scene.say("model-arch.selected", Arguments.of("tokens", indexer.selectedTokens().getAsInt())));
        }
    }

    @Override
    public List<String> groupedQuery(GroupedQueryAttention a) {
        Arguments heads = Arguments.of("heads", a.heads()).and("kv", a.kvHeads());
        List<String> lines = a.keyDim() == a.valueDim()
                ? lines("model-arch.heads", heads.and("dim", a.keyDim()))
                : lines("model-arch.heads-apart", heads.and("key", a.keyDim()).and("value", a.valueDim()));
        reach(a.reach(), lines);
        options(a.options(), lines);
        return lines;
    }

    @Override
    public List<String> sparseGroupedQuery(SparseGroupedQueryAttention a) {
        List<String> lines = groupedQuery(a.dense());
        indexer(a.indexer(), lines);
        return lines;
    }

    @Override
    public List<String> factorizedQuery(FactorizedQueryAttention a) {
        List<String> lines = lines("model-arch.heads",
                Arguments.of("heads", a.heads()).and("kv", 1).and("dim", a.headDim()));
        lines.add(scene.say("model-arch.query-rank", Arguments.of("rank", a.queryLoraRank())));
        return lines;
    }

    @Override
    public List<String> cross(CrossAttention a) {
        List<String> lines = lines("model-arch.heads",
                Arguments.of("heads", a.heads()).and("kv", a.kvHeads()).and("dim", a.headDim()));
        lines.add(scene.say("model-arch.cross"));
        return lines;
    }

    @Override
    public List<String> latent(LatentAttention a) {
        List<String> lines = lines("model-arch.latent-heads", Arguments.of("heads", a.heads())
                .and("key", a.nopeHeadDim() + a.ropeHeadDim()).and("value", a.valueHeadDim()));
        lines.add(scene.say("model-arch.latent",
                Arguments.of("compressed", a.kvLoraRank()).and("rope", a.ropeHeadDim())));
        if (a.queryLoraRank().isPresent()) {
            lines.add(scene.say("model-arch.query-rank", Arguments.of("rank", a.queryLoraRank().getAsInt())));
        }
        reach(a.reach(), lines);
        gate(a.outputGate(), lines);
        return lines;
    }

    @Override
    public List<String> sparseLatent(SparseLatentAttention a) {
        List<String> lines = latent(a.latent());
        indexer(a.indexer(), lines);
        return lines;
    }

    @Override
    public List<String> compressed(CompressedAttention a) {
        List<String> lines = lines("model-arch.heads",
                Arguments.of("heads", a.heads()).and("kv", 1).and("dim", a.headDim()));
        lines.add(scene.say("model-arch.query-rank", Arguments.of("rank", a.queryLoraRank())));
        lines.add(scene.say("model-arch.window", Arguments.of("tokens", a.windowTokens())));
        if (a.compressionRatio() > 0) {
            lines.add(scene.say("model-arch.compressed", Arguments.of("ratio", a.compressionRatio())));
        }
        if (a.indexer().isPresent()) {
            indexer(a.indexer().get(), lines);
        }
        return lines;
    }

    @Override
    public List<String> gatedDelta(GatedDeltaAttention a) {
        List<String> lines = lines("model-arch.delta-heads", Arguments.of("keys", a.keyHeads())
                .and("values", a.valueHeads()).and("dim", a.headDim()));
        lines.add(scene.say("model-arch.state"));
        return lines;
    }

    @Override
    public List<String> kimiDelta(KimiDeltaAttention a) {
        return linear(a.heads(), a.headDim());
    }

    @Override
    public List<String> lightning(LightningAttention a) {
        return linear(a.heads(), a.headDim());
    }

    private List<String> linear(int heads, int dim) {
        List<String> lines = lines("model-arch.linear-heads", Arguments.of("heads", heads).and("dim", dim));
        lines.add(scene.say("model-arch.state"));
        return lines;
    }

    @Override
    public List<String> mamba1(Mamba1 a) {
        List<String> lines = lines("model-arch.mamba1",
                Arguments.of("inner", a.innerSize()).and("state", a.stateSize()));
        lines.add(scene.say("model-arch.state"));
        return lines;
    }

    @Override
    public List<String> mamba2(Mamba2 a) {
        List<String> lines = lines("model-arch.mamba2", Arguments.of("heads", a.heads())
                .and("dim", a.headDim()).and("state", a.stateSize()));
        lines.add(scene.say("model-arch.state"));
        return lines;
    }

    @Override
    public List<String> none(NoAttention a) {
        return List.of();
    }
}
