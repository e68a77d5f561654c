package dev.llmplanner.planning;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.search.Bounds;
import dev.llmplanner.engine.search.LoadSearch;
import dev.llmplanner.engine.search.Placement;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Glances;
import dev.llmplanner.engine.serving.Latency;
import dev.llmplanner.engine.serving.LoadCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Leaves out deployments before they are judged: memory can't hold one request whatever the load, or a bound of {@link Bounds}
 * shows that they come after the best one so far. Those that are left know what they can't exceed.
 */
final class CandidateBounds {

    private final GroupRun run;
    private final Counts counts;
    private final Inquiry inquiry;
    private final DeviceMemory memory;
    private final OptionalInt contextTokens;
    private List<Finding> missing = List.of();

    CandidateBounds(GroupRun run, Inquiry inquiry, DeviceMemory memory, OptionalInt contextTokens) {
        this.run = run;
        this.counts = run.counts();
        this.inquiry = inquiry;
        this.memory = memory;
        this.contextTokens = contextTokens;
    }

    /** Facts that a speed needs and that aren't there. */
    List<Finding> missing() {
        return missing;
    }

    /** Those of layouts of one size that may be the best, the best bound first. */
    List<Candidate> open(List<Inquiry.Candidate> layouts, Placement placement) {
        List<Candidate> open = new ArrayList<>();
        Glances glances = null;
        for (Inquiry.Candidate layout : layouts) {
            double weights = layout.share().weightsBytes();
            if (weights >= memory.capacityBytes()) {
                memoryLacks(weights);
                continue;
            }
            Deployment deployment = inquiry.deployment(layout.layout());
            MemoryPlan plan = MemoryPlan.of(deployment, layout.share(), memory, inquiry.knowledge().memoryRules());
            if (plan.shortfallBytes() > 0 || plan.maxRunningBatch() < 1) {
                memoryLacks(memory.capacityBytes() + Math.max(0, plan.shortfallBytes()));
            } else if (!lacksContext(plan)) {
                glances = glances == null ? Glances.of(deployment, inquiry.knowledge()) : glances;
                if (glances.knowsSpeed()) {
                    bound(deployment, plan, glances, placement).ifPresent(open::add);
                } else {
                    counts.unknown++;
                    run.misses().reject(Constraint.FACT, 1);
                    missing = missing.isEmpty() ? glances.missing() : missing;
                }
            }
        }
        if (run.isRate()) {
            open.replaceAll(this::topped);
        }
        open.sort((a, b) -> a.servers() != b.servers() ? a.servers() - b.servers()
                : a.gpus() != b.gpus() ? a.gpus() - b.gpus() : Double.compare(b.output(), a.output()));
        return open;
    }

    private void memoryLacks(double neededBytes) {
        counts.excludedByMemory++;
        run.misses().memory(neededBytes, memory.capacityBytes());
    }

    private boolean lacksContext(MemoryPlan plan) {
        if (contextTokens.isEmpty() || plan.footprint().sequenceBytes(contextTokens.getAsInt()) <= plan.poolBytes()) {
            return false;
        }
        counts.excludedByContext++;
        run.misses().context(plan.figures(1).maxContextTokens());
        return true;
    }

    /** Empty where it comes after the best one by its pool alone, or by one decode step. */
    private Optional<Candidate> bound(Deployment deployment, MemoryPlan plan, Glances glances, Placement placement) {
        int held = (int) Math.floor(plan.maxRunningBatch());
        int fewest = run.isRate() ? 1 : run.replicas(held);
        if (run.precedes(placement, fewest)) {
            counts.excludedByConcurrency++;
            return Optional.empty();
        }
        LoadCurve curve = glances.curve(deployment, plan);
        double answer = deployment.workload().outputTokens();
        double step = decodeStep(curve, held);
        double most = Bounds.mostInFlight(held, step, run.slo().tpotSeconds());
        if (most < 1) {
            counts.excludedByTpot++;
            run.tooSlow(curve, step / held);
            return Optional.empty();
        }
        int ceiling = (int) Math.min(held, Math.floor(most));
        double reachable = run.isRate() ? Bounds.mostRequestsPerSecond(held, step, answer) : ceiling;
        int replicas = run.replicas(reachable);
        if (run.precedes(placement, replicas)) {
            counts.excludedByThroughput++;
            return Optional.empty();
        }
        return Optional.of(new Candidate(deployment, curve, placement, held, ceiling, Optional.empty(),
                placement.servers(replicas), replicas * placement.gpusPerReplica(), atBest(curve, replicas, reachable, answer)));
    }

    private double decodeStep(LoadCurve curve, double running) {
        counts.decodeSteps++;
        return curve.decodeSecondsPerToken(running);
    }

    /** The output that ties are told apart by can't be more. */
    private double atBest(LoadCurve curve, int replicas, double reachable, double answer) {
        if (run.isRate()) {
            return replicas * reachable;
        }
        double load = Math.min(run.share(replicas), curve.mostRunning());
        return replicas * Bounds.mostRequestsPerSecond(load, decodeStep(curve, load), answer);
    }

    /** With the point at its ceiling: requests per second hardly fall with load, so that it carries little more. */
    private Candidate topped(Candidate candidate) {
        if (run.precedes(candidate.servers(), candidate.gpus(), candidate.output())) {
            return candidate;
        }
        Latency top = run.point(candidate.curve(), candidate.ceiling());
        double reachable = top.requestsPerSecond() / (1 - LoadSearch.MOST_FALL);
        int replicas = run.replicas(reachable);
        return new Candidate(candidate.deployment(), candidate.curve(), candidate.placement(), candidate.held(),
                candidate.ceiling(), Optional.of(top), candidate.placement().servers(replicas),
                replicas * candidate.placement().gpusPerReplica(), replicas * reachable);
    }
}
