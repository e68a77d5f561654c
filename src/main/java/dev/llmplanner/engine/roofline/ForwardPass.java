package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.NoAttention;
import dev.llmplanner.engine.model.NoFeedForward;
import dev.llmplanner.engine.model.QkNorm;
import java.util.List;

/**
 * The time of one forward pass: every operator of every layer on one GPU, each {@code fixed + smoothMax(FLOP time, byte
 * time)}.
 *
 * <p>One pass serves every answer: the estimate of a deployment and the search over deployments. Ignored:
 * overlap between operators, activations that spill, differences between layers of one group. Source: the operator
 * tables of {@code docs/model/forward-pass.md}.
 */
public final class ForwardPass {

    /** Bytes per element of hidden state that norms, rotary positions and residuals move in a layer. */
    private static final double ELEMENTWISE_BYTES = 16;

    private static final double BF16_BYTES = 2;

    private final Deployment deployment;
    private final Precision precision;
    private final DeviceCalibration calibration;
    private final double bandwidthBytesPerSecond;
    private final boolean listsOperators;

    /**
     * A pass of that deployment.
     *
     * @param precision the deployment's formats on its device
     * @throws java.util.NoSuchElementException where the device's bandwidth isn't known
     */
    public ForwardPass(Deployment deployment, Precision precision, DeviceCalibration calibration) {
        this(deployment, precision, calibration, true);
    }

    /**
     * The same pass.
     *
     * @param listsOperators whether costs name their operators; without, they have the sums alone and are sooner there
     */
    public ForwardPass(
            Deployment deployment, Precision precision, DeviceCalibration calibration, boolean listsOperators) {
        this.deployment = deployment;
        this.precision = precision;
        this.calibration = calibration;
        this.listsOperators = listsOperators;
        this.bandwidthBytesPerSecond =
                deployment.accelerator().memoryBandwidthBytesPerSecond().orElseThrow();
    }

    /**
     * The cost of a pass of that shape through one pipeline stage, the fullest, which also holds the head. Every layer of the
     * model must have operators ({@link OperatorCoverage}).
     */
    public PassCost cost(PassShape shape) {
        PassBuilder pass = new PassBuilder(calibration, bandwidthBytesPerSecond, shape,
                deployment.layout().attentionDataParallel(), listsOperators);
        layOut(shape, pass);
        return pass.build();
    }

    /**
     * The seconds of such passes at any number of sequences and prompt tokens.
     *
     * @param shape    whose other members stay the same
     * @param products takes part of the table
     */
    public PassTable table(PassShape shape, PassTable.Products products) {
        PassTable.Sums sums = new PassTable.Sums(
                calibration, bandwidthBytesPerSecond, deployment.layout().attentionDataParallel(), products);
        layOut(shape, sums);
        return sums.table(shape);
    }

    private void layOut(PassShape shape, Operators pass) {
        Architecture architecture = deployment.architecture();
        ParallelLayout layout = deployment.layout();
        Collectives collectives = new Collectives(calibration, deployment.interconnect());
        double share = Math.ceil((double) architecture.layers() / layout.pipelineParallel()) / architecture.layers();
        // By index: an iterator for each layout of a search costs V8 an object.
        List<AttentionGroup> attention = architecture.attention();
        for (int i = 0; i < attention.size(); i++) {
            AttentionGroup group = attention.get(i);
            group.attention().match(new AttentionOperators(
                    pass, precision, share * group.layers(), architecture.hiddenSize(), layout.tensorParallel(), shape,
                    deployment.kvFormat()));
        }
        List<FeedForwardGroup> feedForward = architecture.feedForward();
        for (int i = 0; i < feedForward.size(); i++) {
            FeedForwardGroup group = feedForward.get(i);
            group.feedForward().match(new FeedForwardOperators(
                    pass, precision, calibration, share * group.layers(), architecture.hiddenSize(), layout, collectives));
        }
        if (layout.tensorParallel() > 1) {
            reductions(pass, collectives, share, architecture.hiddenSize() * BF16_BYTES);
        }
        if (layout.pipelineParallel() > 1) {
            double bytes = 1.0 / layout.tensorParallel() * architecture.hiddenSize() * 2 * BF16_BYTES;
            pass.collective("stage-hand-over", 1, collectives.send(bytes, layout.gpus()));
        }
        pass.add("elementwise", Kernel.ELEMENTWISE, share * architecture.layers(), Rows.TOKENS, 0, 1, 0,
                ELEMENTWISE_BYTES * architecture.hiddenSize());
        head(pass);
    }

    /**
     * All-reduces of partial sums: after attention and after the feed-forward, and once more where queries and keys are
     * normalised over all heads; three then carry what two would.
     */
    private void reductions(Operators pass, Collectives collectives, double share, double bytes) {
        ParallelLayout layout = deployment.layout();
        boolean alone = layout.attentionDataParallel() == 1;
        double plain = 0;
        double normalised = 0;
        for (AttentionGroup group : deployment.architecture().attention()) {
            if (normalisesOverHeads(group.attention())) {
                normalised += group.layers();
            } else if (!(group.attention() instanceof NoAttention)) {
                plain += group.layers();
            }
        }
        double feedForward = 0;
        double dense = 0;
        for (FeedForwardGroup group : deployment.architecture().feedForward()) {
            feedForward += group.feedForward() instanceof NoFeedForward ? 0 : group.layers();
            dense += group.feedForward() instanceof DenseFeedForward ? group.layers() : 0;
        }
        int ranks = layout.tensorParallel();
        if (normalised > 0) {
            pass.collective("all-reduce", share * (alone ? 3 * normalised : 2 * normalised),
                    collectives.allReduce(bytes * 2 / 3, ranks));
        }
        double others = plain + (alone ? Math.max(0, feedForward - normalised) : 0);
        if (!alone && dense > 0) {
            // Dense layers stay divided over all ranks: gather before, scatter after, which is an all-reduce's traffic.
            pass.collective("all-gather-scatter", share * dense,
                    collectives.allReduce(bytes * layout.attentionDataParallel(), layout.stageGpus()));
        }
        if (others > 0) {
            pass.collective("all-reduce", share * others, collectives.allReduce(bytes, ranks));
        }
    }

    private static boolean normalisesOverHeads(Attention attention) {
        return attention instanceof GroupedQueryAttention grouped && grouped.options().qkNorm() == QkNorm.LAYER;
    }

    /** The vocabulary projection and sampling, for every decode token and every finished prompt. */
    private void head(Operators pass) {
        ParallelLayout layout = deployment.layout();
        double words = layout.attentionDataParallel() > 1
                ? deployment.architecture().vocabularySize()
                : (double) deployment.architecture().vocabularySize() / layout.tensorParallel();
        double hidden = deployment.architecture().hiddenSize();
        MatrixMode mode = precision.head();
        pass.add("head", Kernel.HEAD, 1, Rows.SAMPLED, 2 * words * hidden, mode.peakFlopPerSecond(),
                words * hidden * mode.weightBytesPerElement(), hidden * BF16_BYTES + 2 * words);
    }
}
