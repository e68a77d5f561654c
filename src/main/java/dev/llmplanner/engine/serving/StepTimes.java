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
    private final Optional<ForwardPass> draftPass;
    private final int stages;

    StepTimes(Deployment deployment, Precision precision, EngineCalibration calibration) {
        this(deployment, precision, calibration, true);
    }

    StepTimes(
            Deployment deployment, Precision precision, EngineCalibration calibration, boolean listsOperators) {
        this.deployment = deployment;
        this.calibration = calibration;
        this.pass = new ForwardPass(deployment, precision, calibration.device(), listsOperators);
        this.stages = deployment.layout().pipelineParallel();
        this.draftPass = deployment.workload().speculation()
                .flatMap(speculation -> deployment.architecture().draft())
                .map(draft -> new ForwardPass(
                        deployment.with(draftArchitecture(deployment.architecture(), draft)), precision,
                        calibration.device(), listsOperators));
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
     * @param cost           of one pipeline stage's micro-batch
     * @param draftSeconds   of the draft passes before it, on one stage
     * @param stageSeconds   of one stage with the host's work, without drafts
     * @param seconds        until every sequence has been through all stages
     * @param tokensPerStep  that each sequence gains
     */
    record Decode(
            PassCost cost, double draftSeconds, double stageSeconds, double seconds, double tokensPerStep) {

        /** Seconds per token of one sequence. */
        double secondsPerToken() {
            return seconds / tokensPerStep;
        }
    }

    /** The step of {@code sequences} with that mean context. */
    Decode decode(double sequences, double contextTokens) {
        double micro = stages == 1 ? sequences : Math.max(1, sequences / stages);
        Optional<Workload.Speculation> speculation = deployment.workload().speculation();
        double depth = speculation.map(Workload.Speculation::depth).orElse(0);
        PassCost cost = pass.cost(PassShape.verify(micro, depth + 1, contextTokens));
        double draft = draftPass.isPresent()
                ? depth * (draftPass.get().cost(PassShape.decode(micro, contextTokens)).seconds() + calibration.stepSeconds())
                : 0;
        double stage = stageSeconds(cost) + sequenceSeconds(micro);
        return new Decode(
                cost,
                draft,
                stage,
                stages * (stage + draft),
                speculation.map(Workload.Speculation::tokensPerStep).orElse(1.0));
    }

    /**
     * One prefill step.
     *
     * @param cost           of one pipeline stage
     * @param chunkTokens    prompt tokens in it
     * @param stageSeconds   that it keeps a stage busy
     * @param serviceSeconds that one whole prompt keeps a stage busy
     * @param kernelServiceSeconds the same without waiting for the host, which launches prompts that queue together
     * @param promptSeconds  until one prompt is through all stages
     */
    record Prefill(
            PassCost cost, double chunkTokens, double stageSeconds, double serviceSeconds, double kernelServiceSeconds,
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

    /** The step of {@code chunkTokens} of prompts of {@code promptTokens}. */
    Prefill prefill(double chunkTokens, double promptTokens, double attendedTokens) {
        PassCost cost = pass.cost(PassShape.prefill(chunkTokens, promptTokens, attendedTokens));
        double stage = eagerStageSeconds(cost);
        double chunks = promptTokens / chunkTokens;
        return new Prefill(
                cost, chunkTokens, stage, chunks * stage, chunks * stageSeconds(cost), (Math.max(1, chunks) + stages - 1) * stage);
    }

    /** Seconds of one stage that works on {@code chunkTokens} of prompts and on the decoding sequences in one pass. */
    double fusedStageSeconds(
            double sequences, double contextTokens, double chunkTokens, double promptTokens, double attendedTokens) {
        double micro = stages == 1 ? sequences : Math.max(1, sequences / stages);
        double depth = deployment.workload().speculation().map(Workload.Speculation::depth).orElse(0);
        PassCost cost = pass.cost(
                PassShape.fused(micro, depth + 1, contextTokens, chunkTokens, promptTokens, attendedTokens));
        return eagerStageSeconds(cost) + sequenceSeconds(micro);
    }

    /** The host's work for each running sequence of a rank. */
    private double sequenceSeconds(double sequences) {
        return calibration.sequenceSeconds() * sequences / deployment.layout().attentionDataParallel();
    }

    private double stageSeconds(PassCost cost) {
        return cost.seconds() + calibration.stepSeconds() + calibration.layerSeconds() * layersPerStage();
    }

    /** A step with prompts isn't captured as a graph: it takes at least as long as the host needs to launch it. */
    private double eagerStageSeconds(PassCost cost) {
        return Math.max(stageSeconds(cost), calibration.eagerSeconds() * layersPerStage());
    }

    private double layersPerStage() {
        return Math.ceil((double) deployment.architecture().layers() / stages);
    }
}
