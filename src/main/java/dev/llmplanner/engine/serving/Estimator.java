package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.memory.KvCacheFigures;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.roofline.PassTable;
import dev.llmplanner.engine.roofline.Precision;
import dev.llmplanner.engine.serving.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges one deployment: does it fit, what does it hold, how fast is it.
 *
 * <p>A function of its arguments. Memory is answered whenever capacity is known; speed when every fact is there and the
 * deployment fits.
 */
public final class Estimator {

    /** Share of usable memory that should stay free. */
    static final double SPARE_FRACTION = 0.1;

    private Estimator() {}

    /** The answer for that deployment. */
    public static Estimate estimate(Deployment deployment, Knowledge knowledge) {
        Optional<DeviceMemory> device = deployment.accelerator().memory();
        if (device.isEmpty()) {
            return unknown(deployment, Finding.of(Severity.UNKNOWN, "capacity-unknown")
                    .with("field", "memory.usableGiB")
                    .with("accelerator", deployment.accelerator().id()));
        }
        return estimate(deployment, MemoryPlan.of(deployment, device.get(), knowledge.memoryRules()), knowledge);
    }

    private static Estimate estimate(Deployment deployment, MemoryPlan memory, Knowledge knowledge) {
        if (memory.shortfallBytes() > 0) {
            return doesNotFit(deployment, memory, knowledge);
        }
        List<Finding> missing = MissingFacts.of(deployment, knowledge);
        if (!missing.isEmpty()) {
            return memoryOnly(deployment, memory, knowledge, missing);
        }
        EngineCalibration calibration = knowledge.calibration().orElseThrow();
        Precision precision = Precision.of(deployment.weights(), deployment.accelerator()).orElseThrow();
        List<Finding> advice = new ArrayList<>();
        Advice.of(deployment, knowledge, advice);
        return answered(deployment, memory, knowledge, new StepTimes(deployment, precision, calibration), advice);
    }

    /** Every fact that the speed of that deployment needs and that isn't there, whether or not it fits. */
    public static List<Finding> missingFacts(Deployment deployment, Knowledge knowledge) {
        return MissingFacts.of(deployment, knowledge);
    }

    /**
     * The operating point alone, for callers that judge a deployment many times; empty where it doesn't fit. Every fact that
     * a speed needs is there.
     */
    public static Optional<ServingPoint> point(Deployment deployment, Knowledge knowledge) {
        MemoryPlan memory = MemoryPlan.of(
                deployment, deployment.accelerator().memory().orElseThrow(), knowledge.memoryRules());
        if (memory.shortfallBytes() > 0) {
            return Optional.empty();
        }
        EngineCalibration calibration = knowledge.calibration().orElseThrow();
        Precision precision = Precision.of(deployment.weights(), deployment.accelerator()).orElseThrow();
        AggregatedServing serving = new AggregatedServing(
                deployment, memory, calibration, new StepTimes(deployment, precision, calibration, false, new PassTable.Products()));
        return Optional.of(point(deployment.workload(), serving, new ArrayList<>()));
    }

    private static Estimate unknown(Deployment deployment, Finding finding) {
        return new Estimate(Verdict.UNKNOWN, List.of(finding), Optional.empty(), Optional.empty(), Optional.empty(),
                deployment.accelerator().confidence());
    }

    static Estimate doesNotFit(Deployment deployment, MemoryPlan memory, Knowledge knowledge) {
        return new Estimate(
                Verdict.DOES_NOT_FIT,
                List.of(shortfall(deployment, memory)),
                Optional.of(memory.at(deployment.layout().attentionDataParallel())),
                memory.poolBytes() > 0
                        ? Optional.of(memory.figures(concurrency(deployment.workload())))
                        : Optional.empty(),
                Optional.empty(),
                confidence(deployment, knowledge, false));
    }

    /** What one request misses. */
    static Finding shortfall(Deployment deployment, MemoryPlan memory) {
        MemoryPerGpu oneRequest = memory.at(deployment.layout().attentionDataParallel());
        return Finding.of(Severity.BLOCKING, "does-not-fit")
                .with("shortfallBytes", memory.shortfallBytes())
                .with("neededBytes", oneRequest.usableBytes() + memory.shortfallBytes())
                .with("usableBytes", oneRequest.usableBytes())
                .with("weightsBytes", oneRequest.weightsBytes());
    }

    /** Everything but speed. A rate can't be turned into requests in flight without one: a single request stands in. */
    static Estimate memoryOnly(
            Deployment deployment, MemoryPlan memory, Knowledge knowledge, List<Finding> missing) {
        List<Finding> findings = new ArrayList<>(missing);
        double concurrency = concurrency(deployment.workload());
        KvCacheFigures figures = memory.figures(concurrency);
        MemoryPerGpu used = memory.at(figures.runningBatch());
        Verdict verdict = fits(used, figures, concurrency, findings);
        return new Estimate(
                verdict,
                findings,
                Optional.of(used),
                Optional.of(figures),
                Optional.empty(),
                confidence(deployment, knowledge, false));
    }

    static double concurrency(Workload workload) {
        return workload.load() instanceof Workload.Concurrency concurrency ? concurrency.requestsCount() : 1;
    }

    /** The answer with a speed, and that advice. */
    static Estimate answered(
            Deployment deployment, MemoryPlan memory, Knowledge knowledge, StepTimes steps, List<Finding> advice) {
        AggregatedServing serving =
                new AggregatedServing(deployment, memory, knowledge.calibration().orElseThrow(), steps);
        List<Finding> findings = new ArrayList<>();
        ServingPoint point = point(deployment.workload(), serving, findings);
        KvCacheFigures figures = memory.figures(point.concurrency());
        MemoryPerGpu used = memory.at(figures.runningBatch());
        Verdict verdict = fits(used, figures, point.concurrency(), findings);
        findings.addAll(advice);
        boolean overloaded = Finding.among(findings, "overload");
        return new Estimate(
                overloaded ? Verdict.TIGHT : verdict,
                findings,
                Optional.of(used),
                Optional.of(figures),
                Optional.of(SpeedEstimator.speed(
                        deployment, deployment.layout().gpus(), point,
                        point.concurrency() > point.runningBatch()
                                ? Optional.of(Bottleneck.KV_CAPACITY) : Optional.empty(),
                        knowledge.uncertainty().in(knowledge.situation()))),
                Optional.of(point),
                Optional.empty(),
                confidence(deployment, knowledge, true));
    }

    private static ServingPoint point(
            Workload workload, AggregatedServing serving, List<Finding> findings) {
        return workload.load() instanceof Workload.Rate rate
                ? serving.atRate(served(rate, serving.highestRequestsPerSecond(), findings))
                : serving.atConcurrency(concurrency(workload));
    }

    /** The rate that was asked, or the highest that can be served, with a warning. */
    static double served(Workload.Rate asked, double highestRequestsPerSecond, List<Finding> findings) {
        if (asked.requestsPerSecond() <= highestRequestsPerSecond) {
            return asked.requestsPerSecond();
        }
        findings.add(Finding.of(Severity.WARNING, "overload")
                .with("requestsPerSecond", asked.requestsPerSecond())
                .with("highestRequestsPerSecond", highestRequestsPerSecond));
        return highestRequestsPerSecond;
    }

    private static Verdict fits(
            MemoryPerGpu used, KvCacheFigures figures, double concurrency, List<Finding> findings) {
        boolean tight = false;
        if (concurrency > figures.runningBatch()) {
            tight = true;
            findings.add(Finding.of(Severity.WARNING, "kv-limited")
                    .with("concurrency", concurrency)
                    .with("runningBatch", figures.runningBatch()));
        }
        if (isNearlyFull(used)) {
            tight = true;
            findings.add(Finding.of(Severity.WARNING, "little-memory-left")
                    .with("freeBytes", used.freeBytes())
                    .with("usableBytes", used.usableBytes()));
        }
        return tight ? Verdict.TIGHT : Verdict.FITS;
    }

    static boolean isNearlyFull(MemoryPerGpu used) {
        return used.freeBytes() < SPARE_FRACTION * used.usableBytes();
    }

    /** The device's, lowered where memory isn't vLLM's or speed rests on a class that was never measured. */
    static Confidence confidence(Deployment deployment, Knowledge knowledge, boolean withSpeed) {
        Confidence device = deployment.engine() == ServingEngine.VLLM
                ? deployment.accelerator().confidence()
                : deployment.accelerator().confidence().and(Confidence.MEDIUM);
        Uncertainty.Situation situation = knowledge.situation();
        if (!withSpeed) {
            return device;
        }
        if (situation.newClass()) {
            return Confidence.LOW;
        }
        boolean seen = !situation.newAccelerator() && !situation.newEngine() && !situation.newFamily()
                && situation.extraLogSd() == 0;
        return seen ? device : device.and(Confidence.MEDIUM);
    }
}
