package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.CompressedAttention;
import dev.llmplanner.engine.model.CrossAttention;
import dev.llmplanner.engine.model.FactorizedQueryAttention;
import dev.llmplanner.engine.model.GatedDeltaAttention;
import dev.llmplanner.engine.model.GroupedQueryAttention;
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
 * sequences, {@code P} prefill tokens, {@code S} mean context, {@code H} hidden size.
 */
final class AttentionOperators implements Attention.Cases<Void> {

    private static final double BF16_BYTES = 2;

    /** Tokens of a chunk in which linear attention is computed in parallel. */
    private static final double DELTA_CHUNK = 64;

    private final PassBuilder pass;
    private final Precision precision;
    private final double layers;
    private final double hiddenSize;
    private final double tensorParallel;
    private final double decodeSequences;
    private final double prefillTokens;
    private final PassShape shape;
    private final KvFormat kvFormat;

    AttentionOperators(
            PassBuilder pass, Precision precision, int layers, int hiddenSize, int tensorParallel,
            int attentionDataParallel, PassShape shape, KvFormat kvFormat) {
        this.pass = pass;
        this.precision = precision;
        this.layers = layers;
        this.hiddenSize = hiddenSize;
        this.tensorParallel = tensorParallel;
        this.decodeSequences = shape.decodeSequences() / attentionDataParallel;
        this.prefillTokens = shape.prefillTokens() / attentionDataParallel;
        this.shape = shape;
        this.kvFormat = kvFormat;
    }

    private double tokens() {
        return decodeSequences + prefillTokens;
    }

    @Override
    public Void groupedQuery(GroupedQueryAttention a) {
        double heads = a.heads() / tensorParallel;
        double kvHeads = Math.max(a.kvHeads() / tensorParallel, 1);
        double headWidth = a.keyDim() + a.valueDim();
        double gate = a.options().outputGate() == OutputGate.ELEMENT ? heads * a.valueDim()
                : a.options().outputGate() == OutputGate.HEAD ? heads : 0;
        double keyValue = a.options().sharesKv() ? 0 : kvHeads * headWidth;
        pass.gemm("qkv-projection", layers, precision.attentionInput(), tokens(),
                heads * a.keyDim() + gate + keyValue, hiddenSize);
        if (decodeSequences > 0) {
            double read = a.reach().tokensWithin(shape.contextTokens());
            pass.add("attention-decode", Kernel.ATTENTION_DECODE, layers,
                    2 * decodeSequences * read * heads * headWidth,
                    precision.halfPeakFlopPerSecond(),
                    decodeSequences * (read * kvHeads * headWidth * kvFormat.bytesPerElement()
                            + 2 * heads * headWidth),
                    1);
        }
        if (prefillTokens > 0) {
            prefillAttention(heads, kvHeads, headWidth, attended(a.reach()));
        }
        pass.gemm("output-projection", layers, precision.attentionOutput(), tokens(), hiddenSize,
                heads * a.valueDim());
        return null;
    }

    /** Length over which a prompt token attends, twice its mean: the causal half is in the formula. */
    private double attended(Reach reach) {
        return reach.isFull() ? shape.attendedTokens() : Math.min(shape.attendedTokens(), 2.0 * reach.windowTokens());
    }

    private void prefillAttention(double heads, double kvHeads, double headWidth, double attendedTokens) {
        pass.add("attention-prefill", Kernel.ATTENTION_PREFILL, layers,
                prefillTokens * attendedTokens * heads * headWidth,
                precision.halfPeakFlopPerSecond(),
                prefillTokens * (heads + kvHeads) * headWidth * BF16_BYTES,
                1);
    }

    @Override
    public Void latent(LatentAttention a) {
        double heads = a.heads() / tensorParallel;
        double keyDim = a.nopeHeadDim() + a.ropeHeadDim();
        double compressed = a.kvLoraRank();
        MatrixMode input = precision.attentionInput();
        if (a.queryLoraRank().isPresent()) {
            double rank = a.queryLoraRank().getAsInt();
            pass.gemm("latent-down-projection", layers, input, tokens(), rank + a.cachedElementsPerToken(), hiddenSize);
            pass.gemm("query-up-projection", layers, input, tokens(), heads * keyDim, rank);
        } else {
            pass.gemm("latent-down-projection", layers, input, tokens(),
                    heads * keyDim + a.cachedElementsPerToken(), hiddenSize);
        }
        if (decodeSequences > 0) {
            absorbed("absorbed-key", heads, a.nopeHeadDim(), compressed);
            absorbed("absorbed-value", heads, compressed, a.valueHeadDim());
            double read = a.reach().tokensWithin(shape.contextTokens());
            double cached = a.cachedElementsPerToken();
            pass.add("latent-decode", Kernel.LATENT_DECODE, layers,
                    2 * decodeSequences * read * heads * (compressed + cached),
                    precision.halfPeakFlopPerSecond(),
                    decodeSequences * (read * cached * kvFormat.bytesPerElement()
                            + 2 * heads * (compressed + cached)),
                    1);
        }
        if (prefillTokens > 0) {
            pass.gemm("key-value-up-projection", layers, input, prefillTokens,
                    heads * (a.nopeHeadDim() + a.valueHeadDim()), compressed);
            prefillAttention(heads, heads, keyDim + a.valueHeadDim(), attended(a.reach()));
        }
        pass.gemm("output-projection", layers, precision.attentionOutput(), tokens(), hiddenSize,
                heads * a.valueHeadDim());
        return null;
    }

    /** A per-head product with an up-projection that decode folds into query and output. */
    private void absorbed(String name, double heads, double in, double out) {
        double weightBytes = precision.attentionInput().weightBytesPerElement() >= BF16_BYTES ? BF16_BYTES : 1;
        pass.add(name, Kernel.BATCHED_MATMUL, layers,
                2 * decodeSequences * heads * in * out,
                precision.halfPeakFlopPerSecond(),
                heads * in * out * weightBytes + BF16_BYTES * decodeSequences * heads * (in + out),
                1);
    }

    @Override
    public Void gatedDelta(GatedDeltaAttention a) {
        double keyHeads = a.keyHeads() / tensorParallel;
        double valueHeads = a.valueHeads() / tensorParallel;
        double keyDim = a.headDim();
        double valueDim = a.headDim();
        pass.gemm("mixer-input-projection", layers, precision.mixer(), tokens(),
                2 * keyHeads * keyDim + 2 * valueHeads * valueDim + 2 * valueHeads, hiddenSize);
        if (decodeSequences > 0) {
            // The FP32 state is read and written: twice four bytes.
            pass.add("delta-decode", Kernel.DELTA_DECODE, layers,
                    4 * decodeSequences * valueHeads * keyDim * valueDim,
                    precision.halfPeakFlopPerSecond(),
                    decodeSequences * valueHeads * keyDim * valueDim * 8,
                    1);
        }
        if (prefillTokens > 0) {
            pass.add("delta-prefill", Kernel.DELTA_PREFILL, layers,
                    prefillTokens * valueHeads * (4 * keyDim * valueDim + 2 * DELTA_CHUNK * (keyDim + valueDim)),
                    precision.halfPeakFlopPerSecond(),
                    prefillTokens * valueHeads * (2 * keyDim + 2 * valueDim) * 4,
                    1);
        }
        pass.gemm("mixer-output-projection", layers, precision.mixer(), tokens(), hiddenSize, valueHeads * valueDim);
        return null;
    }

    @Override
    public Void none(NoAttention a) {
        return null;
    }

    @Override
    public Void sparseGroupedQuery(SparseGroupedQueryAttention a) {
        throw uncovered(a);
    }

    @Override
    public Void factorizedQuery(FactorizedQueryAttention a) {
        throw uncovered(a);
    }

    @Override
    public Void cross(CrossAttention a) {
        throw uncovered(a);
    }

    @Override
    public Void sparseLatent(SparseLatentAttention a) {
        throw uncovered(a);
    }

    @Override
    public Void compressed(CompressedAttention a) {
        throw uncovered(a);
    }

    @Override
    public Void kimiDelta(KimiDeltaAttention a) {
        throw uncovered(a);
    }

    @Override
    public Void lightning(LightningAttention a) {
        throw uncovered(a);
    }

    @Override
    public Void mamba1(Mamba1 a) {
        throw uncovered(a);
    }

    @Override
    public Void mamba2(Mamba2 a) {
        throw uncovered(a);
    }

    private static IllegalStateException uncovered(Attention a) {
        return new IllegalStateException("no operator for " + OperatorCoverage.uncovered(a).orElse("?")
                + "; ask OperatorCoverage first");
    }
}
