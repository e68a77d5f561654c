package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.DraftLayers;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.roofline.ForwardPass;
import dev.llmplanner.engine.roofline.PassCost;
import dev.llmplanner.engine.roofline.PassShape;
import dev.llmplanner.engine.roofline.PassTable;
import dev.llmplanner.engine.roofline.Precision;
import java.util.List;
import java.util.Optional;

/**
 * Times of the steps of one worker.
 *
 * <p>A pipeline of p stages works on p micro-batches: a token passes {@code p·(stage + step)}, a prompt
 * {@code (chunks + p − 1)·stage}. Speculation of depth g verifies {@code g + 1} tokens of each sequence in one pass, after
 * g passes of the draft layer, and yields {@code E} tokens.
 */
final class StepTimes {

    private final Deployment deployment;
    private final EngineCalibration calibration;
    private final ForwardPass pass;
    private final PassShape shape;
    private final PassTable table;
    private final Optional<PassTable> draftTable;
    private final int stages;
    private final double depth;
    private final double tokensPerStep;
    private Prefill latest;

    StepTimes(Deployment deployment, Precision precision, EngineCalibration calibration) {
        this(deployment, precision, calibration, true, new PassTable.Products());
    }

    /**
     * @param listsOperators whether costs name their operators
     * @param products       takes part of the tables of passes
     */
    StepTimes(Deployment deployment, Precision precision, EngineCalibration calibration, boolean listsOperators,
            PassTable.Products products) {
        this.deployment = deployment;
        this.calibration = calibration;
        this.pass = new ForwardPass(deployment, precision, calibration.device(), listsOperators);
        this.stages = deployment.layout().pipelineParallel();
        Workload workload = deployment.workload();
        Optional<Workload.Speculation> speculation = workload.speculation();
        this.depth = speculation.isPresent() ? speculation.get().depth() : 0;
        this.tokensPerStep = speculation.isPresent() ? speculation.get().tokensPerStep() : 1;
        this.shape = PassShape.fused(1, depth + 1, workload.inputTokens() + workload.outputTokens() / 2, 1,
                workload.computedInputTokens(), workload.inputTokens() * (1 + workload.prefixCacheHitFraction()));
        this.table = pass.table(shape, products);
        this.draftTable = speculation
                .flatMap(used -> deployment.architecture().draft())
                .map(draft -> new ForwardPass(
                        deployment.with(draftArchitecture(deployment.architecture(), draft)), precision,
                        calibration.device(), false).table(PassShape.decode(1, shape.contextTokens()), products));
    }

    private static Architecture draftArchitecture(Architecture architecture, DraftLayers draft) {
        return new Architecture(
                1,
                architecture.hiddenSize(),
                architecture.vocabularySize(),
                architecture.tiedEmbeddings(),
                List.of(new AttentionGroup(1, draft.attention())),
                List.of(new FeedForwardGroup(1, draft.feedForward())),
                0,
                List.of(),
                Optional.empty(),
                architecture.positions());
    }

    /**
     * One decode step.
     *
     * @param draftSeconds   of the draft passes before it, on one stage
     * @param stageSeconds   of one stage with the host's work, without drafts
     * @param seconds        until every sequence has been through all stages
     * @param tokensPerStep  that each sequence gains
     */
    record Decode(double draftSeconds, double stageSeconds, double seconds, double tokensPerStep) {

        /** Seconds per token of one sequence. */
        double secondsPerToken() {
            return seconds / tokensPerStep;
        }
    }

    /** The step of {@code sequences}, at the workload's mean context. */
    Decode decode(double sequences) {
        double micro = micro(sequences);
        double draft = draftSeconds(micro);
        double stage = stageSeconds(table.seconds(micro, 0)) + sequenceSeconds(micro);
        return new Decode(draft, stage, stages * (stage + draft), tokensPerStep);
    }

    /** Seconds per token of one sequence, of that step. */
    double decodeSecondsPerToken(double sequences) {
        double micro = micro(sequences);
        double stage = stageSeconds(table.seconds(micro, 0)) + sequenceSeconds(micro);
        return stages * (stage + draftSeconds(micro)) / tokensPerStep;
    }

    private double draftSeconds(double micro) {
        return draftTable.isPresent()
                ? depth * (draftTable.get().seconds(micro, 0) + calibration.stepSeconds()) : 0;
    }

    /** Kernels of one pipeline stage's micro-batch in that step. */
    PassCost decodeCost(double sequences) {
        return pass.cost(PassShape.verify(micro(sequences), depth + 1, shape.contextTokens()));
    }

    /** Sequences of one stage's micro-batch. */
    private double micro(double sequences) {
        return stages == 1 ? sequences : Math.max(1, sequences / stages);
    }

    /**
     * One prefill step.
     *
     * @param chunkTokens    prompt tokens in it
     * @param stageSeconds   that it keeps a stage busy
     * @param serviceSeconds that one whole prompt keeps a stage busy
     * @param kernelServiceSeconds the same without waiting for the host, which launches prompts that queue together
     * @param promptSeconds  until one prompt is through all stages
     */
    record Prefill(double chunkTokens, double stageSeconds, double serviceSeconds, double kernelServiceSeconds,
            double promptSeconds) {

        /** Steps in which one prompt is computed: at least one, which it may share. */
        double chunks() {
            return Math.max(1, serviceSeconds / stageSeconds);
        }

        /** Prompts of which a step holds a part: one that fills steps by itself, or all that share one. */
        double sharing() {
            return Math.max(1, stageSeconds / serviceSeconds);
        }
    }

    /** The step of {@code chunkTokens} of the workload's prompts. */
    Prefill prefill(double chunkTokens) {
        Prefill last = latest;
        if (last != null && last.chunkTokens() == chunkTokens) {
            return last;
        }
        double seconds = table.seconds(0, chunkTokens);
        double stage = eagerStageSeconds(seconds);
        double chunks = shape.promptTokens() / chunkTokens;
        latest = new Prefill(chunkTokens, stage, chunks * stage, chunks * stageSeconds(seconds),
                (Math.max(1, chunks) + stages - 1) * stage);
        return latest;
    }

    /** Kernels of that step on one stage. */
    PassCost prefillCost(double chunkTokens) {
        return pass.cost(PassShape.prefill(chunkTokens, shape.promptTokens(), shape.attendedTokens()));
    }

    /** Seconds of one stage that works on {@code chunkTokens} of prompts and on the decoding sequences in one pass. */
    double fusedStageSeconds(double sequences, double chunkTokens) {
        double micro = micro(sequences);
        return eagerStageSeconds(table.seconds(micro, chunkTokens)) + sequenceSeconds(micro);
    }

    /** The host's work for each running sequence of a rank. */
    private double sequenceSeconds(double sequences) {
        return calibration.sequenceSeconds() * sequences / deployment.layout().attentionDataParallel();
    }

    private double stageSeconds(double passSeconds) {
        return passSeconds + calibration.stepSeconds() + calibration.layerSeconds() * layersPerStage();
    }

    /** A step with prompts isn't captured as a graph: it takes at least as long as the host needs to launch it. */
    private double eagerStageSeconds(double passSeconds) {
        return Math.max(stageSeconds(passSeconds), calibration.eagerSeconds() * layersPerStage());
    }

    private double layersPerStage() {
        return Math.ceil((double) deployment.architecture().layers() / stages);
    }
}
