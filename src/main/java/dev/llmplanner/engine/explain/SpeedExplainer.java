package dev.llmplanner.engine.explain;

import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.roofline.OperatorCost;
import dev.llmplanner.engine.roofline.PassCost;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.EngineCalibration;
import dev.llmplanner.engine.serving.PoolCalibration;
import dev.llmplanner.engine.serving.Pools;
import dev.llmplanner.engine.serving.ServingPoint;
import dev.llmplanner.engine.serving.Speed;

/** Explains how fast a deployment is. */
final class SpeedExplainer {

    private static final String SECONDS = "seconds";
    private static final String TOKENS_PER_SECOND = "tokens per second";
    private static final String TPOT = "latency.tpotSeconds.mid";
    private static final String TTFT = "latency.ttftSeconds.mid";
    private static final String OUTPUT = "throughput.outputTokensPerSecond.mid";
    private static final String RATE = "throughput.requestsPerSecond";
    private static final String DECODE_STEP = "workings.decodeStepSeconds";
    private static final String PREFILL_STAGE = "workings.prefillStageSeconds";
    private static final String STALL = "workings.stallSeconds";
    private static final String ADDED = "workings.addedSeconds";
    private static final String ALONE = "workings.aloneSeconds";
    private static final String QUEUED = "workings.queuedSeconds";
    private static final String WAIT = "workings.waitSeconds";

    private final Sheet sheet;
    private final Deployment deployment;
    private final int workers;
    private final EngineCalibration calibration;
    private final ServingPoint point;
    private final Speed speed;
    private final Workload workload;

    SpeedExplainer(
            Sheet sheet, Deployment deployment, int workers, EngineCalibration calibration, ServingPoint point,
            Speed speed) {
        this.sheet = sheet;
        this.deployment = deployment;
        this.workers = workers;
        this.calibration = calibration;
        this.point = point;
        this.speed = speed;
        this.workload = deployment.workload();
    }

    private double stages() {
        return deployment.layout().pipelineParallel();
    }

    private double layersPerStage() {
        return Math.ceil(deployment.architecture().layers() / stages());
    }

    /** Sequences of one rank that a stage works on at a time. */
    private double sequencesPerRank() {
        double running = point.runningBatch() / workers;
        double micro = stages() == 1 ? running : Math.max(1, running / stages());
        return micro / deployment.layout().attentionDataParallel();
    }

    /** Everything that both modes share. */
    void common(int gpus) {
        Sheet.Entry step = operators(
                sheet.figure(DECODE_STEP, "speed.decode-step", point.decodeStepSeconds(), SECONDS), point.decode());
        step.with("stages", stages(), "count", "request/layout/pipelineParallel")
                .with("draft", point.draftSeconds(), SECONDS, "request/workload/speculative")
                .with("sequence", calibration.sequenceSeconds(), SECONDS, "constant/engine.sequence")
                .with("sequences", sequencesPerRank(), "requests", "request/workload");
        engine(step).done();
        sheet.figure(TPOT, "speed.tpot", point.tpotSeconds(), SECONDS)
                .figure("decodeStep", point.decodeStepSeconds(), SECONDS, DECODE_STEP)
                .with("tokensPerStep", point.tokensPerStep(), "tokens", "request/workload/speculative")
                .figure("stall", point.stallSeconds(), SECONDS, STALL)
                .done();
        sheet.figure(RATE, "speed.requests-per-second", point.requestsPerSecond(), "requests per second")
                .with("concurrency", point.concurrency(), "requests", "request/workload")
                .figure("ttft", point.ttftSeconds(), SECONDS, TTFT)
                .figure("tpot", point.tpotSeconds(), SECONDS, TPOT)
                .with("outputTokens", workload.outputTokens(), "tokens", "request/workload/outputTokens")
                .done();
        rate(OUTPUT, workload.outputTokens(), speed.outputTokensPerSecond(), "request/workload/outputTokens");
        rate("throughput.inputTokensPerSecond.mid", workload.inputTokens(), speed.inputTokensPerSecond(),
                "request/workload/inputTokens");
        sheet.figure("throughput.outputTokensPerSecondPerGpu.mid", "speed.per-gpu",
                        speed.outputTokensPerSecondPerGpu().mid(), TOKENS_PER_SECOND)
                .figure("outputTokensPerSecond", speed.outputTokensPerSecond().mid(), TOKENS_PER_SECOND, OUTPUT)
                .with("gpus", gpus, "count", "request/gpus")
                .done();
        bandwidth();
        bands();
    }

    private void rate(String path, double tokens, Band result, String source) {
        sheet.figure(path, "speed.tokens-per-second", result.mid(), TOKENS_PER_SECOND)
                .figure("requestsPerSecond", point.requestsPerSecond(), "requests per second", RATE)
                .with("tokens", tokens, "tokens", source)
                .done();
    }

    private static Sheet.Entry operators(Sheet.Entry entry, PassCost pass) {
        int place = 0;
        for (OperatorCost operator : pass.operators()) {
            entry.with("operator." + place++ + "." + operator.name(), operator.seconds(), SECONDS,
                    "figure/operators");
        }
        return entry;
    }

    private Sheet.Entry engine(Sheet.Entry entry) {
        return entry
                .with("step", calibration.stepSeconds(), SECONDS, "constant/engine.step")
                .with("layer", calibration.layerSeconds(), SECONDS, "constant/engine.layer")
                .with("layers", layersPerStage(), "count", "model/architecture/layers");
    }

    private void bandwidth() {
        Sheet.Entry bytes = sheet.figure("bandwidth.bytesPerStep", "speed.bytes-per-step", speed.bytesPerStep(), "bytes");
        int place = 0;
        for (OperatorCost operator : point.decode().operators()) {
            if (operator.bound() != OperatorCost.Bound.INTERCONNECT) {
                bytes.with("operator." + place++ + "." + operator.name(), operator.bytes(), "bytes",
                        "figure/operators");
            }
        }
        bytes.done();
        sheet.figure("bandwidth.utilizationFraction", "speed.bandwidth-utilization",
                        speed.bandwidthUtilizationFraction(), "fraction")
                .figure("bytesPerStep", speed.bytesPerStep(), "bytes", "bandwidth.bytesPerStep")
                .with("stages", stages(), "count", "request/layout/pipelineParallel")
                .figure("decodeStep", point.decodeStepSeconds(), SECONDS, DECODE_STEP)
                .with("bandwidth", deployment.accelerator().memoryBandwidthBytesPerSecond().orElseThrow(),
                        "bytes per second", "accelerator/memory/bandwidthGBps")
                .done();
    }

    private void bands() {
        band("latency.ttftSeconds", speed.ttftSeconds(), SECONDS);
        band("latency.tpotSeconds", speed.tpotSeconds(), SECONDS);
        band("throughput.outputTokensPerSecond", speed.outputTokensPerSecond(), TOKENS_PER_SECOND);
        band("throughput.outputTokensPerSecondPerGpu", speed.outputTokensPerSecondPerGpu(), TOKENS_PER_SECOND);
        band("throughput.inputTokensPerSecond", speed.inputTokensPerSecond(), TOKENS_PER_SECOND);
    }

    private void band(String path, Band band, String unit) {
        end(path + ".low", path, band.low(), band.mid(), unit);
        end(path + ".high", path, band.high(), band.mid(), unit);
    }

    private void end(String path, String of, double end, double mid, String unit) {
        sheet.figure(path, "speed.band", end, unit)
                .figure("mid", mid, unit, of + ".mid")
                .with("factor", end / mid, "factor", "constant/uncertainty")
                .done();
    }

    /** Prefill and decode on the same GPUs. */
    void aggregated() {
        prefillStage();
        sheet.figure(STALL, "speed.stall", point.stallSeconds(), SECONDS)
                .with("others", point.others(), "requests", "figure/kvCache.runningBatch")
                .with("outputTokens", workload.outputTokens(), "tokens", "request/workload/outputTokens")
                .with("stallFraction", calibration.stallFraction(), "fraction", "constant/engine.stall")
                .figure("added", point.addedSeconds(), SECONDS, ADDED)
                .done();
        sheet.figure(ADDED, "speed.added", point.addedSeconds(), SECONDS)
                .with("service", point.serviceSeconds(), SECONDS, "figure/" + PREFILL_STAGE)
                .with("fusedFraction", calibration.fusedFraction(), "fraction", "constant/engine.fused")
                .with("saved", point.savedSeconds(), SECONDS, "figure/operators")
                .figure("prefillStage", point.prefillStageSeconds(), SECONDS, PREFILL_STAGE)
                .done();
        sheet.figure(ALONE, "speed.ttft-alone", point.aloneSeconds(), SECONDS)
                .with("fixed", calibration.ttftFixedSeconds(), SECONDS, "constant/ttft.fixed")
                .with("prefillFactor", calibration.ttftPrefillFactor(), "factor", "constant/ttft.prefill")
                .with("prompting", point.promptingSeconds(), SECONDS, "figure/" + PREFILL_STAGE)
                .with("experts", calibration.ttftExpertsSeconds(), SECONDS, "constant/ttft.experts")
                .with("expertLayers", deployment.architecture().expertLayers(), "count", "model/architecture/layers")
                .with("chunks", point.chunks(), "count", "figure/" + PREFILL_STAGE)
                .with("stepFactor", calibration.ttftStepFactor(), "factor", "constant/ttft.step")
                .with("poll", point.pollSteps(), "count", "constant/ttft.poll")
                .figure("decodeStep", point.decodeStepSeconds(), SECONDS, DECODE_STEP)
                .done();
        sheet.figure(QUEUED, "speed.queued", point.queuedSeconds(), SECONDS)
                .with("concurrency", point.concurrency(), "requests", "request/workload")
                .with("mostRunning", point.mostRunning(), "requests", "figure/kvCache.runningBatch")
                .with("outputTokens", workload.outputTokens(), "tokens", "request/workload/outputTokens")
                .figure("tpot", point.tpotSeconds(), SECONDS, TPOT)
                .figure("alone", point.aloneSeconds(), SECONDS, ALONE)
                .done();
        waiting(calibration.ttftBurstFraction(), point.runningBatch(), 1, "constant/ttft.burst");
        ttft();
    }

    private void prefillStage() {
        engine(operators(
                sheet.figure(PREFILL_STAGE, "speed.prefill-stage", point.prefillStageSeconds(), SECONDS),
                point.prefill())
                .with("eager", calibration.eagerSeconds(), SECONDS, "constant/engine.eager")).done();
    }

    private void waiting(double burstFraction, double inFlight, double workers, String source) {
        if (workload.arrival() == Arrival.CLOSED_LOOP) {
            sheet.figure(WAIT, "speed.wait-burst", point.waitSeconds(), SECONDS)
                    .with("burstFraction", burstFraction, "fraction", source)
                    .with("inFlight", inFlight, "requests", "figure/kvCache.runningBatch")
                    .with("service", point.kernelServiceSeconds(), SECONDS, "figure/" + PREFILL_STAGE)
                    .with("workers", workers, "count", "request/prefill/workers")
                    .done();
        } else {
            sheet.figure(WAIT, "speed.wait-poisson", point.waitSeconds(), SECONDS)
                    .with("utilisation", point.utilisationFraction(), "fraction", "figure/" + RATE)
                    .with("service", point.kernelServiceSeconds(), SECONDS, "figure/" + PREFILL_STAGE)
                    .done();
        }
    }

    private void ttft() {
        sheet.figure(TTFT, "speed.ttft", point.ttftSeconds(), SECONDS)
                .figure("alone", point.aloneSeconds(), SECONDS, ALONE)
                .figure("queued", point.queuedSeconds(), SECONDS, QUEUED)
                .with("together", point.togetherSeconds(), SECONDS, "figure/" + PREFILL_STAGE)
                .figure("wait", point.waitSeconds(), SECONDS, WAIT)
                .done();
    }

    /** Prefill and decode on GPUs of their own. */
    void disaggregated(PoolCalibration pools, Pools figures) {
        prefillStage();
        sheet.figure(STALL, "speed.no-stall", 0, SECONDS).done();
        sheet.figure(ALONE, "speed.ttft-alone.pools", point.aloneSeconds(), SECONDS)
                .with("fixed", pools.fixedSeconds(), SECONDS, "constant/pools.fixed")
                .with("prefillFactor", pools.prefillFactor(), "factor", "constant/pools.prefill")
                .with("prompt", point.promptSeconds(), SECONDS, "figure/" + PREFILL_STAGE)
                .with("transfer", figures.transferSeconds().orElseThrow(), SECONDS, "figure/pools.transferSeconds")
                .done();
        sheet.figure(TTFT, "speed.ttft.pools", point.ttftSeconds(), SECONDS)
                .with("concurrency", point.concurrency(), "requests", "request/workload")
                .figure("runningBatch", point.runningBatch(), "requests", "kvCache.runningBatch")
                .with("outputTokens", workload.outputTokens(), "tokens", "request/workload/outputTokens")
                .figure("tpot", point.tpotSeconds(), SECONDS, TPOT)
                .figure("alone", point.aloneSeconds(), SECONDS, ALONE)
                .done();
    }
}
