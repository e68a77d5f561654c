package dev.llmplanner.engine.memory;

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
import dev.llmplanner.engine.model.Reach;
import dev.llmplanner.engine.model.SparseGroupedQueryAttention;
import dev.llmplanner.engine.model.SparseLatentAttention;
import java.util.List;

/**
 * KV cache and state of one layer on one TP rank.
 *
 * <p>KV heads are divided until a rank holds one; the latent vector stands on every rank; recurrent state is divided by
 * heads, kept in FP32, with the convolution's last taps in BF16.
 */
final class KvPerLayer implements Attention.Cases<KvFootprint> {

    private static final double STATE_BYTES_PER_ELEMENT = 4;
    private static final double CONVOLUTION_BYTES_PER_ELEMENT = 2;

    /** Elements that share one FP32 scale in the FP8 caches of sparse latent attention and its indexer. */
    private static final double SCALED_ELEMENTS = 128;

    private final KvFormat format;
    private final int tensorParallel;

    KvPerLayer(KvFormat format, int tensorParallel) {
        this.format = format;
        this.tensorParallel = tensorParallel;
    }

    @Override
    public KvFootprint groupedQuery(GroupedQueryAttention a) {
        if (a.options().sharesKv()) {
            return growing(0);
        }
        double headsPerRank = Math.max((double) a.kvHeads() / tensorParallel, 1);
        return within(a.reach(), headsPerRank * (a.keyDim() + a.valueDim()) * format.bytesPerElement());
    }

    @Override
    public KvFootprint sparseGroupedQuery(SparseGroupedQueryAttention a) {
        KvFootprint dense = groupedQuery(a.dense());
        Indexer indexer = a.indexer();
        double index = indexer.headDim() * format.bytesPerElement() / indexer.tokensPerKey();
        return new KvFootprint(dense.bytesPerToken() + index, dense.windows(), 0);
    }

    @Override
    public KvFootprint factorizedQuery(FactorizedQueryAttention a) {
        return growing(2.0 * a.headDim() * format.bytesPerElement());
    }

    @Override
    public KvFootprint cross(CrossAttention a) {
        return growing(0);
    }

    @Override
    public KvFootprint latent(LatentAttention a) {
        return within(a.reach(), a.cachedElementsPerToken() * format.bytesPerElement());
    }

    @Override
    public KvFootprint sparseLatent(SparseLatentAttention a) {
        LatentAttention latent = a.latent();
        // The FP8 form keeps the rotary part in BF16 and a scale per 128 compressed elements.
        double cached = format == KvFormat.BF16
                ? latent.cachedElementsPerToken() * format.bytesPerElement()
                : scaled(latent.kvLoraRank()) + 2.0 * latent.ropeHeadDim();
        return growing(cached + indexKey(a.indexer()));
    }

    @Override
    public KvFootprint compressed(CompressedAttention a) {
        double entry = a.headDim() * format.bytesPerElement();
        double grows = a.compressionRatio() > 0 ? entry / a.compressionRatio() : 0;
        if (a.indexer().isPresent()) {
            grows += scaled(a.indexer().get().headDim()) / a.compressionRatio();
        }
        return new KvFootprint(grows, List.of(new KvFootprint.Window(a.windowTokens(), entry, false)), 0);
    }

    private static double indexKey(Indexer indexer) {
        return scaled(indexer.headDim()) / indexer.tokensPerKey();
    }

    private static double scaled(double elements) {
        return elements * (1 + 4 / SCALED_ELEMENTS);
    }

    @Override
    public KvFootprint gatedDelta(GatedDeltaAttention a) {
        double convolved = (2.0 * a.keyHeads() + a.valueHeads()) * a.headDim();
        return state((double) a.valueHeads() * a.headDim() * a.headDim(), convolved, a.convolution());
    }

    @Override
    public KvFootprint kimiDelta(KimiDeltaAttention a) {
        double width = (double) a.heads() * a.headDim();
        return state(width * a.headDim(), 3 * width, a.convolution());
    }

    @Override
    public KvFootprint lightning(LightningAttention a) {
        return state((double) a.heads() * a.headDim() * a.headDim(), 0, 1);
    }

    @Override
    public KvFootprint mamba1(Mamba1 a) {
        return state((double) a.innerSize() * a.stateSize(), a.innerSize(), a.convolution());
    }

    @Override
    public KvFootprint mamba2(Mamba2 a) {
        double inner = (double) a.heads() * a.headDim();
        return state(inner * a.stateSize(), inner + 2.0 * a.groups() * a.stateSize(), a.convolution());
    }

    @Override
    public KvFootprint none(NoAttention a) {
        return growing(0);
    }

    private static KvFootprint growing(double bytesPerToken) {
        return new KvFootprint(bytesPerToken, List.of(), 0);
    }

    private static KvFootprint within(Reach reach, double bytesPerToken) {
        return reach.isFull()
                ? growing(bytesPerToken)
                : new KvFootprint(0, List.of(new KvFootprint.Window(
                        reach.windowTokens(), bytesPerToken, reach.kind() == Reach.Kind.CHUNKED)), 0);
    }

    private KvFootprint state(double elements, double convolvedChannels, int taps) {
        double bytes = elements * STATE_BYTES_PER_ELEMENT
                + convolvedChannels * (taps - 1) * CONVOLUTION_BYTES_PER_ELEMENT;
        return new KvFootprint(0, List.of(), bytes / tensorParallel);
    }
}
