package dev.llmplanner.engine.explain;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.serving.DisaggregatedPair;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Knowledge;
import dev.llmplanner.engine.serving.Pools;
import dev.llmplanner.engine.serving.ServingPoint;
import java.util.List;

/** Shows the work behind an estimate, figure by figure. */
public final class Explainer {

    private Explainer() {}

    /** Explanations of every figure of that estimate of one replica; none where its memory isn't known. */
    public static List<Explanation> explain(Deployment deployment, Knowledge knowledge, Estimate estimate) {
        Sheet sheet = new Sheet();
        if (estimate.memory().isEmpty()) {
            return sheet.explanations();
        }
        int ranks = deployment.layout().attentionDataParallel();
        MemoryPlan plan = plan(deployment, knowledge);
        MemoryExplainer memory = new MemoryExplainer(
                sheet, deployment, knowledge.memoryRules(), plan, estimate.memory().get(), "memoryPerGpu");
        boolean fits = plan.shortfallBytes() <= 0;
        // Where it doesn't fit, the memory shown is that of one request on each rank.
        memory.memory(fits ? estimate.kvCache().orElseThrow().runningBatch() / ranks : 1, estimate.kvCache().isPresent());
        double inFlight = estimate.point().map(ServingPoint::concurrency).orElse(concurrency(deployment));
        estimate.kvCache().ifPresent(figures -> memory.pool(figures, inFlight, 1));
        estimate.point().ifPresent(point -> {
            SpeedExplainer speed = new SpeedExplainer(
                    sheet, deployment, 1, knowledge.calibration().orElseThrow(), point, estimate.speed().orElseThrow());
            speed.common(deployment.layout().gpus());
            speed.aggregated();
        });
        return sheet.explanations();
    }

    /** The same for separate pools. */
    public static List<Explanation> explain(DisaggregatedPair pair, Knowledge knowledge, Estimate estimate) {
        if (estimate.pools().isEmpty()) {
            return List.of();
        }
        Sheet sheet = new Sheet();
        Pools pools = estimate.pools().get();
        Deployment prefill = pair.prefill().with(pair.prefill().workload().with(new Workload.Concurrency(1)));
        new MemoryExplainer(sheet, prefill, knowledge.memoryRules(), plan(prefill, knowledge), pools.prefillMemory(),
                "memoryPerGpu.prefill").memory(1.0 / prefill.layout().attentionDataParallel(), true);
        Deployment decode = pair.decode();
        MemoryExplainer memory = new MemoryExplainer(sheet, decode, knowledge.memoryRules(), plan(decode, knowledge),
                estimate.memory().orElseThrow(), "memoryPerGpu.decode");
        double running = estimate.kvCache().orElseThrow().runningBatch();
        memory.memory(running / pair.decodeWorkers() / decode.layout().attentionDataParallel(), true);
        memory.pool(estimate.kvCache().get(), running, pair.decodeWorkers());
        estimate.point().ifPresent(point -> {
            SpeedExplainer speed = new SpeedExplainer(
                    sheet, decode, pair.decodeWorkers(), knowledge.calibration().orElseThrow(), point, estimate.speed().orElseThrow());
            speed.common(pair.gpus());
            speed.disaggregated(knowledge.pools(), pools);
        });
        return sheet.explanations();
    }

    private static MemoryPlan plan(Deployment deployment, Knowledge knowledge) {
        return MemoryPlan.of(deployment, deployment.accelerator().memory().orElseThrow(), knowledge.memoryRules());
    }

    private static double concurrency(Deployment deployment) {
        return deployment.workload().load() instanceof Workload.Concurrency concurrency
                ? concurrency.requestsCount() : 1;
    }
}
