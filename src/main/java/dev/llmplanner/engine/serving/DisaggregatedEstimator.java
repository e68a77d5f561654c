package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.memory.KvCacheFigures;
import dev.llmplanner.engine.memory.KvFootprint;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.roofline.PassTable;
import dev.llmplanner.engine.roofline.Precision;
import dev.llmplanner.engine.serving.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges two pools: does each worker fit, what do the decode workers hold, how fast is the whole. */
public final class DisaggregatedEstimator {

    /** A pool that is this full takes no more. */
    private static final double FULL = 0.99;

    private DisaggregatedEstimator() {}

    /** The answer for that pair. */
    public static Estimate estimate(DisaggregatedPair pair, Knowledge knowledge) {
        Deployment decode = pair.decode();
        Estimate decodeAlone = Estimator.estimate(decode, knowledge);
        Estimate prefillAlone = Estimator.estimate(alone(pair.prefill()), knowledge);
        if (decodeAlone.memory().isEmpty() || decodeAlone.verdict() == Verdict.DOES_NOT_FIT) {
            return decodeAlone;
        }
        if (prefillAlone.verdict() == Verdict.DOES_NOT_FIT) {
            return prefillAlone;
        }
        DeviceMemory device = decode.accelerator().memory().orElseThrow();
        MemoryPlan decodeMemory = MemoryPlan.of(decode, device, knowledge.memoryRules());
        List<Finding> findings = new ArrayList<>(MissingFacts.of(decode, knowledge));
        OptionalDouble transfer = transferSeconds(pair, knowledge.pools());
        if (transfer.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.of(Severity.UNKNOWN, "fabric-unknown")
                    .with("domainGpus", decode.interconnect().domainGpus())
                    .with("gpus", pair.gpus())
                    .with("field", "fabric"));
        }
        MemoryPerGpu prefillMemory = prefillAlone.memory().orElseThrow();
        if (!findings.isEmpty()) {
            return memoryOnly(pair, decodeMemory, prefillMemory, findings, decodeAlone);
        }
        return answered(pair, knowledge, decodeMemory, prefillMemory, transfer.getAsDouble(), decodeAlone);
    }

    /** The operating point alone; empty where the decode workers don't fit. Every fact that a speed needs is there. */
    public static Optional<ServingPoint> point(DisaggregatedPair pair, Knowledge knowledge) {
        Deployment decode = pair.decode();
        MemoryPlan memory = MemoryPlan.of(
                decode, decode.accelerator().memory().orElseThrow(), knowledge.memoryRules());
        if (memory.shortfallBytes() > 0) {
            return Optional.empty();
        }
        Precision precision = Precision.of(decode.weights(), decode.accelerator()).orElseThrow();
        EngineCalibration calibration = knowledge.calibration().orElseThrow();
        DisaggregatedServing serving = new DisaggregatedServing(
                pair, memory, knowledge.pools(),
                new StepTimes(pair.prefill(), precision, calibration, false, new PassTable.Products()),
                new StepTimes(decode, precision, calibration, false, new PassTable.Products()),
                transferSeconds(pair, knowledge.pools()).orElseThrow());
        return Optional.of(point(pair, serving, new ArrayList<>()).point());
    }

    /** A prefill worker judged by itself holds one prompt. */
    private static Deployment alone(Deployment prefill) {
        return prefill.with(prefill.workload().with(new Workload.Concurrency(1)));
    }

    private static Estimate memoryOnly(
            DisaggregatedPair pair, MemoryPlan memory, MemoryPerGpu prefillMemory, List<Finding> findings,
            Estimate decodeAlone) {
        KvCacheFigures figures = figures(pair, memory, 1);
        return new Estimate(
                decodeAlone.verdict(), findings, Optional.of(memory.at(figures.runningBatch() / pair.decodeWorkers())),
                Optional.of(figures), Optional.empty(), Optional.empty(),
                Optional.of(new Pools(prefillMemory, OptionalDouble.empty(), OptionalDouble.empty(),
                        OptionalDouble.empty())),
                decodeAlone.confidence());
    }

    private static Estimate answered(
            DisaggregatedPair pair, Knowledge knowledge, MemoryPlan memory, MemoryPerGpu prefillMemory,
            double transferSeconds, Estimate decodeAlone) {
        EngineCalibration calibration = knowledge.calibration().orElseThrow();
        Precision precision =
                Precision.of(pair.decode().weights(), pair.decode().accelerator()).orElseThrow();
        DisaggregatedServing serving = new DisaggregatedServing(
                pair, memory, knowledge.pools(),
                new StepTimes(pair.prefill(), precision, calibration),
                new StepTimes(pair.decode(), precision, calibration), transferSeconds);
        List<Finding> findings = new ArrayList<>();
        DisaggregatedServing.PoolPoint point = point(pair, serving, findings);
        KvCacheFigures figures = figures(pair, memory, point.point().runningBatch());
        boolean full = point.point().runningBatch() >= FULL * pair.decodeWorkers() * memory.maxRunningBatch();
        boolean busy = point.prefillUtilizationFraction() > FULL;
        if (full) {
            findings.add(Finding.of(Severity.WARNING, "kv-limited")
                    .with("concurrency", point.point().concurrency())
                    .with("runningBatch", point.point().runningBatch()));
        }
        MemoryPerGpu used = memory.at(figures.runningBatch() / pair.decodeWorkers());
        Verdict verdict = findings.isEmpty() ? Verdict.FITS : Verdict.TIGHT;
        if (used.freeBytes() < Estimator.SPARE_FRACTION * used.usableBytes()) {
            verdict = Verdict.TIGHT;
            findings.add(Finding.of(Severity.WARNING, "little-memory-left")
                    .with("freeBytes", used.freeBytes())
                    .with("usableBytes", used.usableBytes()));
        }
        if (busy) {
            findings.add(Finding.of(Severity.WARNING, "prefill-limited")
                    .with("balancedRatio", serving.balancedRatio()));
        }
        Advice.of(pair.decode(), knowledge, findings);
        findings.add(Finding.of(Severity.NOTE, "pools-rarely-measured"));
        return new Estimate(
                verdict, findings, Optional.of(used), Optional.of(figures),
                Optional.of(SpeedEstimator.speed(
                        pair.decode(), pair.gpus(), point.point(), limit(full, busy),
                        knowledge.uncertainty().disaggregated(knowledge.situation()))),
                Optional.of(point.point()),
                Optional.of(new Pools(
                        prefillMemory,
                        OptionalDouble.of(point.prefillUtilizationFraction()),
                        OptionalDouble.of(transferSeconds),
                        OptionalDouble.of(serving.balancedRatio()))),
                decodeAlone.confidence());
    }

    private static Optional<Bottleneck> limit(boolean full, boolean busy) {
        return full ? Optional.of(Bottleneck.KV_CAPACITY) : busy ? Optional.of(Bottleneck.PREFILL) : Optional.empty();
    }

    private static DisaggregatedServing.PoolPoint point(
            DisaggregatedPair pair, DisaggregatedServing serving, List<Finding> findings) {
        Workload workload = pair.decode().workload();
        return workload.load() instanceof Workload.Rate rate
                ? serving.atRate(Estimator.served(rate, serving.highestRequestsPerSecond(), findings))
                : serving.atConcurrency(Estimator.concurrency(workload));
    }

    /** Pools of all decode workers together. */
    private static KvCacheFigures figures(DisaggregatedPair pair, MemoryPlan memory, double running) {
        int workers = pair.decodeWorkers();
        KvCacheFigures one = memory.figures(running / workers);
        return new KvCacheFigures(
                one.bytesPerToken(), one.bytesPerSequence(), workers * one.tokenCapacity(),
                workers * one.maxConcurrency(), one.maxContextTokens(), workers * one.runningBatch());
    }

    /**
     * Seconds until the KV cache of one prompt is on its decode worker: {@code bytes of all layers / (ranks · link · f)},
     * inside the domain where both workers are in one, else over the fabric.
     */
    static OptionalDouble transferSeconds(DisaggregatedPair pair, PoolCalibration pools) {
        Deployment prefill = pair.prefill();
        KvFootprint footprint = KvFootprint.of(prefill.architecture(), prefill.kvFormat(), prefill.layout());
        double bytesPerRank = footprint.sequenceBytes(prefill.workload().inputTokens())
                / prefill.layout().attentionDataParallel();
        Interconnect links = prefill.interconnect();
        boolean together = pair.gpus() <= links.domainGpus();
        OptionalDouble link = together
                ? links.scaleUpBytesPerSecondPerDirection()
                : links.scaleOutBytesPerSecondPerDirection();
        return link.isPresent()
                ? OptionalDouble.of(bytesPerRank / (link.getAsDouble() * pools.transferFraction()))
                : OptionalDouble.empty();
    }
}
