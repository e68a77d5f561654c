package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.model.Attention;
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
import dev.llmplanner.engine.model.Reach;
import dev.llmplanner.engine.model.SparseGroupedQueryAttention;
import dev.llmplanner.engine.model.SparseLatentAttention;

/**
 * Operators of a group of attention layers on one rank. Shapes per rank: {@code T} tokens of the pass, {@code D} decode
 * sequences of {@code g} tokens each, {@code P} prefill tokens, {@code S} mean context, {@code H} hidden size. Of the shape
 * only what stays the same at every load is read: g, contexts and lengths.
 */
final class AttentionOperators implements Attention.Cases<Void> {

    private static final double BF16_BYTES = 2;

    /** Bytes of an index key's element with its share of a scale: FP8 and an FP32 scale per 128. */
    private static final double INDEX_BYTES = 1 + 4.0 / 128;

    /** Recurrent state is kept in FP32. */
    private static final double STATE_BYTES = 4;

    /** Tokens of a chunk in which linear attention is computed in parallel. */
    private static final double DELTA_CHUNK = 64;

    /** The same for state-space layers. */
    private static final double STATE_CHUNK = 256;

    private final Operators pass;
    private final Precision precision;
    private final double layers;
    private final double hiddenSize;
    private final double tensorParallel;
    private final double tried;
    private final PassShape shape;
    private final KvFormat kvFormat;

    AttentionOperators(
            Operators pass, Precision precision, double layers, int hiddenSize, int tensorParallel,
            PassShape shape, KvFormat kvFormat) {
        this.pass = pass;
        this.precision = precision;
        this.layers = layers;
        this.hiddenSize = hiddenSize;
        this.tensorParallel = tensorParallel;
        this.tried = shape.tokensPerSequence();
        this.shape = shape;
        this.kvFormat = kvFormat;
    }

    @Override
    public Void groupedQuery(GroupedQueryAttention a) {
        groupedQuery(a, Double.POSITIVE_INFINITY);
        return null;
    }

    private void groupedQuery(GroupedQueryAttention a, double selectedTokens) {
        double heads = a.heads() / tensorParallel;
        double kvHeads = Math.max(a.kvHeads() / tensorParallel, 1);
        double headWidth = a.keyDim() + a.valueDim();
        double keyValue = a.options().sharesKv() ? 0 : kvHeads * headWidth;
        pass.gemm("qkv-projection", layers, precision.attentionInput(), Rows.TOKENS,
                heads * a.keyDim() + gate(a.options().outputGate(), heads, a.valueDim()) + keyValue, hiddenSize);
        attend(heads, kvHeads, headWidth,
                Math.min(a.reach().tokensWithin(shape.contextTokens()), selectedTokens),
                Math.min(attended(a.reach()), 2 * selectedTokens));
        pass.gemm("output-projection", layers, precision.attentionOutput(), Rows.TOKENS, hiddenSize,
                heads * a.valueDim());
    }

    private static double gate(OutputGate gate, double heads, double valueDim) {
        return switch (gate) {
            case NONE -> 0;
            case HEAD -> heads;
            case ELEMENT -> heads * valueDim;
        };
    }

    /** Softmax attention itself, in both phases. */
    private void attend(double heads, double kvHeads, double headWidth, double readTokens, double attendedTokens) {
        pass.add("attention-decode", Kernel.ATTENTION_DECODE, layers, Rows.SEQUENCES,
                2 * tried * readTokens * heads * headWidth,
                precision.halfPeakFlopPerSecond(),
                0,
                readTokens * kvHeads * headWidth * kvFormat.bytesPerElement() + tried * 2 * heads * headWidth);
        prefillAttention(heads, kvHeads, headWidth, attendedTokens);
    }

    /** Length over which a prompt token attends, twice its mean: the causal half is in the formula. */
    private double attended(Reach reach) {
        return reach.isFull() ? shape.attendedTokens() : Math.min(shape.attendedTokens(), 2.0 * reach.windowTokens());
    }

    private void prefillAttention(double heads, double kvHeads, double headWidth, double attendedTokens) {
        pass.add("attention-prefill", Kernel.ATTENTION_PREFILL, layers, Rows.PROMPT_TOKENS,
                attendedTokens * heads * headWidth,
                precision.halfPeakFlopPerSecond(),
                0,
                (heads + kvHeads) * headWidth * BF16_BYTES);
    }

    @Override
    public Void latent(LatentAttention a) {
        latent(a, Double.POSITIVE_INFINITY);
        return null;
    }

    private void latent(LatentAttention a, double selectedTokens) {
        double heads = a.heads() / tensorParallel;
        double keyDim = a.nopeHeadDim() + a.ropeHeadDim();
        double compressed = a.kvLoraRank();
        double cached = a.cachedElementsPerToken();
        MatrixMode input = precision.attentionInput();
        double gate = gate(a.outputGate(), heads, a.valueHeadDim());
        if (a.queryLoraRank().isPresent()) {
            double rank = a.queryLoraRank().getAsInt();
            pass.gemm("latent-down-projection", layers, input, Rows.TOKENS, rank + cached + gate, hiddenSize);
            pass.gemm("query-up-projection", layers, input, Rows.TOKENS, heads * keyDim, rank);
        } else {
            pass.gemm("latent-down-projection", layers, input, Rows.TOKENS, heads * keyDim + cached + gate, hiddenSize);
        }
        absorbed("absorbed-key", heads, a.nopeHeadDim(), compressed);
        absorbed("absorbed-value", heads, compressed, a.valueHeadDim());
        double read = Math.min(a.reach().tokensWithin(shape.contextTokens()), selectedTokens);
        boolean narrow = kvFormat == KvFormat.FP8;
        pass.add("latent-decode", narrow ? Kernel.LATENT_DECODE_FP8 : Kernel.LATENT_DECODE, layers, Rows.SEQUENCES,
                2 * tried * read * heads * (compressed + cached),
                narrow ? precision.scorePeakFlopPerSecond() : precision.halfPeakFlopPerSecond(),
                0,
                read * cached * kvFormat.bytesPerElement() + tried * 2 * heads * (compressed + cached));
        double kvHeads = Math.max(a.kvHeads() / tensorParallel, 1);
        pass.gemm("key-value-up-projection", layers, input, Rows.PROMPT_TOKENS,
                kvHeads * (a.nopeHeadDim() + a.valueHeadDim()), compressed);
        prefillAttention(heads, heads, keyDim + a.valueHeadDim(), Math.min(attended(a.reach()), 2 * selectedTokens));
        pass.gemm("output-projection", layers, precision.attentionOutput(), Rows.TOKENS, hiddenSize,
                heads * a.valueHeadDim());
    }

    /** A per-head product with an up-projection that decode folds into query and output. */
    private void absorbed(String name, double heads, double in, double out) {
        double weightBytes = precision.attentionInput().weightBytesPerElement() >= BF16_BYTES ? BF16_BYTES : 1;
        pass.add(name, Kernel.BATCHED_MATMUL, layers, Rows.SEQUENCES,
                2 * tried * heads * in * out,
                precision.halfPeakFlopPerSecond(),
                heads * in * out * weightBytes,
                BF16_BYTES * tried * heads * (in + out));
    }

    @Override
    public Void sparseLatent(SparseLatentAttention a) {
        LatentAttention latent = a.latent();
        double queryWidth = latent.queryLoraRank().isPresent() ? latent.queryLoraRank().getAsInt() : hiddenSize;
        indexer(a.indexer(), queryWidth);
        latent(latent, selected(a.indexer()));
        return null;
    }

    @Override
    public Void sparseGroupedQuery(SparseGroupedQueryAttention a) {
        indexer(a.indexer(), hiddenSize);
        groupedQuery(a.dense(), selected(a.indexer()));
        return null;
    }

    private static double selected(Indexer indexer) {
        return indexer.selectedTokens().isPresent() ? indexer.selectedTokens().getAsInt() : Double.POSITIVE_INFINITY;
    }

    /**
     * The small attention that selects: its projections and scores on every rank, in FP8 where the device has the units.
     * Scores cost {@code 2·tokens·S·heads·dim} FLOP over one key per {@code tokensPerKey} tokens.
     */
    private void indexer(Indexer indexer, double queryWidth) {
        MatrixMode input = precision.attentionInput();
        double width = (double) indexer.heads() * indexer.headDim();
        pass.gemm("index-query-projection", layers, input, Rows.TOKENS, width, queryWidth);
        pass.gemm("index-key-projection", layers, input, Rows.TOKENS, indexer.headDim(), hiddenSize);
        if (indexer.weighted()) {
            pass.gemm("index-weight-projection", layers, input, Rows.TOKENS, indexer.heads(), hiddenSize);
        }
        double keys = shape.contextTokens() / indexer.tokensPerKey();
        pass.add("index-scores", Kernel.LATENT_DECODE, layers, Rows.SEQUENCES,
                2 * tried * keys * width, precision.scorePeakFlopPerSecond(),
                0, keys * indexer.headDim() * INDEX_BYTES);
        pass.add("index-scores", Kernel.ATTENTION_PREFILL, layers, Rows.PROMPT_TOKENS,
                shape.attendedTokens() / indexer.tokensPerKey() * width,
                precision.scorePeakFlopPerSecond(),
                0, (width + indexer.headDim()) * INDEX_BYTES);
    }

    @Override
    public Void factorizedQuery(FactorizedQueryAttention a) {
        double heads = a.heads() / tensorParallel;
        double headWidth = 2.0 * a.headDim();
        MatrixMode input = precision.attentionInput();
        pass.gemm("latent-down-projection", layers, input, Rows.TOKENS, a.queryLoraRank() + headWidth, hiddenSize);
        pass.gemm("query-up-projection", layers, input, Rows.TOKENS, heads * a.headDim(), a.queryLoraRank());
        attend(heads, 1, headWidth, shape.contextTokens(), shape.attendedTokens());
        pass.gemm("output-projection", layers, precision.attentionOutput(), Rows.TOKENS, hiddenSize,
                heads * a.headDim());
        return null;
    }

    @Override
    public Void compressed(CompressedAttention a) {
        double heads = a.heads() / tensorParallel;
        double dim = a.headDim();
        MatrixMode input = precision.attentionInput();
        double ratio = a.compressionRatio();
        double halves = ratio == 4 ? 2 : 1;
        pass.gemm("latent-down-projection", layers, input, Rows.TOKENS,
                a.queryLoraRank() + dim + (ratio > 0 ? 2 * dim * halves : 0), hiddenSize);
        pass.gemm("query-up-projection", layers, input, Rows.TOKENS, heads * dim, a.queryLoraRank());
        double entries = ratio > 0 ? shape.contextTokens() / ratio : 0;
        double attendedEntries = ratio > 0 ? shape.attendedTokens() / ratio : 0;
        if (a.indexer().isPresent()) {
            indexer(a.indexer().get(), a.queryLoraRank());
            entries = Math.min(entries, selected(a.indexer().get()));
            attendedEntries = Math.min(attendedEntries, 2 * selected(a.indexer().get()));
        }
        double read = Math.min(shape.contextTokens(), a.windowTokens()) + entries;
        double attended = Math.min(shape.attendedTokens(), 2.0 * a.windowTokens()) + attendedEntries;
        pass.add("latent-decode", Kernel.LATENT_DECODE, layers, Rows.SEQUENCES,
                4 * tried * read * heads * dim, precision.halfPeakFlopPerSecond(),
                0, read * dim * kvFormat.bytesPerElement() + tried * 4 * heads * dim);
        prefillAttention(heads, 1, 2 * dim, attended);
        double groups = a.outputGroups() / tensorParallel;
        pass.gemm("output-down-projection", layers, precision.attentionOutput(), Rows.TOKENS,
                a.outputLoraRank(), heads * dim);
        pass.gemm("output-projection", layers, precision.attentionOutput(), Rows.TOKENS, hiddenSize,
                groups * a.outputLoraRank());
        return null;
    }

    @Override
    public Void gatedDelta(GatedDeltaAttention a) {
        double keys = (double) a.keyHeads() * a.headDim() / tensorParallel;
        double values = (double) a.valueHeads() * a.headDim() / tensorParallel;
        double heads = a.valueHeads() / tensorParallel;
        pass.gemm("mixer-input-projection", layers, precision.mixer(), Rows.TOKENS,
                2 * keys + 2 * values + 2 * heads, hiddenSize);
        delta(heads, a.headDim());
        pass.gemm("mixer-output-projection", layers, precision.mixer(), Rows.TOKENS, hiddenSize, values);
        return null;
    }

    @Override
    public Void kimiDelta(KimiDeltaAttention a) {
        double heads = a.heads() / tensorParallel;
        double width = heads * a.headDim();
        double gates = a.fullRankGates() ? 2 * width : 0;
        pass.gemm("mixer-input-projection", layers, precision.mixer(), Rows.TOKENS, 3 * width + gates + heads, hiddenSize);
        if (!a.fullRankGates()) {
            pass.gemm("gate-down-projection", layers, precision.mixer(), Rows.TOKENS, 2.0 * a.headDim(), hiddenSize);
            pass.gemm("gate-up-projection", 2 * layers, precision.mixer(), Rows.TOKENS, width, a.headDim());
        }
        delta(heads, a.headDim());
        pass.gemm("mixer-output-projection", layers, precision.mixer(), Rows.TOKENS, hiddenSize, width);
        return null;
    }

    @Override
    public Void lightning(LightningAttention a) {
        double heads = a.heads() / tensorParallel;
        double width = heads * a.headDim();
        pass.gemm("mixer-input-projection", layers, precision.mixer(), Rows.TOKENS, 4 * width, hiddenSize);
        delta(heads, a.headDim());
        pass.gemm("mixer-output-projection", layers, precision.mixer(), Rows.TOKENS, hiddenSize, width);
        return null;
    }

    /** The recurrent state of {@code heads × dim × dim} in FP32: read and written for each decode token. */
    private void delta(double heads, double dim) {
        pass.add("delta-decode", Kernel.DELTA_DECODE, layers, Rows.SEQUENCES,
                4 * tried * heads * dim * dim,
                precision.halfPeakFlopPerSecond(),
                0,
                2 * tried * heads * dim * dim * STATE_BYTES);
        pass.add("delta-prefill", Kernel.DELTA_PREFILL, layers, Rows.PROMPT_TOKENS,
                heads * (4 * dim * dim + 4 * DELTA_CHUNK * dim),
                precision.halfPeakFlopPerSecond(),
                0,
                heads * 4 * dim * 4);
    }

    @Override
    public Void mamba2(Mamba2 a) {
        double heads = a.heads() / tensorParallel;
        double inner = heads * a.headDim();
        double state = a.stateSize();
        double shared = 2.0 * a.groups() * state / tensorParallel;
        pass.gemm("mixer-input-projection", layers, precision.mixer(), Rows.TOKENS, 2 * inner + shared + heads, hiddenSize);
        pass.add("state-decode", Kernel.DELTA_DECODE, layers, Rows.SEQUENCES,
                4 * tried * inner * state,
                precision.halfPeakFlopPerSecond(),
                0,
                2 * tried * inner * state * STATE_BYTES);
        pass.add("state-prefill", Kernel.DELTA_PREFILL, layers, Rows.PROMPT_TOKENS,
                heads * (4 * a.headDim() * state + STATE_CHUNK * (state + a.headDim())),
                precision.halfPeakFlopPerSecond(),
                0,
                (2 * inner + shared) * 4);
        pass.gemm("mixer-output-projection", layers, precision.mixer(), Rows.TOKENS, hiddenSize, inner);
        return null;
    }

    @Override
    public Void none(NoAttention a) {
        return null;
    }

    @Override
    public Void cross(CrossAttention a) {
        throw uncovered(a);
    }

    @Override
    public Void mamba1(Mamba1 a) {
        throw uncovered(a);
    }

    private static IllegalStateException uncovered(Attention a) {
        return new IllegalStateException("no operator for " + OperatorCoverage.uncovered(a).orElse("?")
                + "; ask OperatorCoverage first");
    }
}
