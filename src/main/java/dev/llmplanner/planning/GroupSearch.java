package dev.llmplanner.planning;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.search.Placement;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Latency;
import dev.llmplanner.engine.serving.LoadCurve;
import dev.llmplanner.engine.serving.Uncertainty;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Finds the best deployment of a group whose GPUs both prefill and decode: every legal layout of every size, the small
 * replicas first, those with the best bound first.
 *
 * <p>A deployment is left out, without an operating point, where {@link CandidateBounds} can show that it isn't the best.
 */
final class GroupSearch {

    private final SearchRequest request;
    private final Group group;
    private final Layouts layouts;
    private final Counts counts;
    private final GroupRun run;

    GroupSearch(SearchRequest request, Group group, Layouts layouts, Counts counts) {
        this.request = request;
        this.group = group;
        this.layouts = layouts;
        this.counts = counts;
        this.run = new GroupRun(request, group, counts);
    }

    GroupAnswer answer() {
        Optional<DeviceMemory> memory = group.inquiry().hardware().accelerator().accelerator().memory();
        counts.groups++;
        return run.answer(memory.isEmpty() ? unknown() : searched(memory.get()));
    }

    /** Powers of two inside a server, the whole server, and two, four and eight of them, up to {@code most} GPUs. */
    static int[] sizes(int serverGpus, int most) {
        int[] sizes = new int[16];
        int count = 0;
        for (int gpus = 1; gpus < serverGpus && gpus <= most; gpus *= 2) {
            sizes[count++] = gpus;
        }
        if (serverGpus <= most || serverGpus <= 72) {
            sizes[count++] = serverGpus;
        }
        for (int servers = 2; servers <= 8 && servers * serverGpus <= most; servers *= 2) {
            sizes[count++] = servers * serverGpus;
        }
        int[] found = new int[count];
        System.arraycopy(sizes, 0, found, 0, count);
        return found;
    }

    private int serverGpus() {
        return group.sites().get(0).gpus();
    }

    private List<Inquiry.Candidate> considered(int gpus) {
        List<Inquiry.Candidate> legal = layouts.of(group, gpus);
        run.consider(legal.size());
        return legal;
    }

    /** Without the device's memory nothing can be judged; what an estimate of the first layout lacks. */
    private List<Finding> unknown() {
        List<Finding> missing = List.of();
        for (int gpus : sizes(serverGpus(), request.maxGpus())) {
            List<Inquiry.Candidate> legal = considered(gpus);
            counts.unknown += legal.size();
            run.misses().reject(Constraint.FACT, legal.size());
            if (!legal.isEmpty() && missing.isEmpty()) {
                missing = group.inquiry().estimate(legal.get(0).layout()).findings();
            }
        }
        return missing;
    }

    private List<Finding> searched(DeviceMemory memory) {
        CandidateBounds bounds = new CandidateBounds(run, group.inquiry(), memory, request.contextTokens());
        for (int gpus : sizes(serverGpus(), request.maxGpus())) {
            for (Candidate candidate : bounds.open(considered(gpus), new Placement(serverGpus(), gpus))) {
                if (run.precedes(candidate.servers(), candidate.gpus(), candidate.output())) {
                    boolean computed = candidate.top().isPresent();
                    counts.computed += computed ? 1 : 0;
                    counts.excludedByThroughput += computed ? 0 : 1;
                } else {
                    counts.computed++;
                    judge(candidate);
                }
            }
        }
        return bounds.missing();
    }

    private void judge(Candidate candidate) {
        LoadCurve curve = candidate.curve();
        double capacity = capacity(candidate);
        if (capacity == 0) {
            run.tooSlow(curve, 0);
        }
        if (capacity <= 0) {
            return;
        }
        run.sized(capacity, candidate.placement()).ifPresent(sizing -> {
            double output = run.output(curve, capacity, sizing);
            if (!run.precedes(sizing.servers(), sizing.gpusNeeded(), output)) {
                run.take(best(candidate, capacity, sizing, output));
            }
        });
    }

    private Best best(Candidate candidate, double capacity, Sizing sizing, double output) {
        Deployment deployment = candidate.deployment();
        Uncertainty uncertainty = group.inquiry().knowledge().uncertainty();
        return new Best(deployment.layout(), Optional.empty(), candidate.curve(),
                uncertainty.in(group.inquiry().knowledge().situation()), candidate.held(),
                deployment.layout().attentionDataParallel() * deployment.limits().maxRunningSequences(), capacity, sizing, output);
    }

    /**
     * Of one replica within the limits, in the demand's unit; 0 where not even one request keeps them; negative where it
     * comes after the best one.
     */
    private double capacity(Candidate candidate) {
        LoadCurve curve = candidate.curve();
        if (!run.isRate()) {
            // The fullest replica's load is all that counts where the most that it could take already does.
            double fullest = Math.ceil(run.share(run.replicas(candidate.ceiling())) * (1 - Best.NEAR));
            if (fullest <= candidate.ceiling() && run.slo().isMet(run.point(curve, fullest))) {
                return candidate.ceiling();
            }
        }
        IntFunction<Latency> points = load -> counted(candidate, load);
        int load = run.largest(
                points, candidate.deployment().workload().outputTokens(), candidate.placement(), candidate.ceiling());
        return run.capacity(curve, load, points);
    }

    /** The point at the ceiling may be there already. */
    private Latency counted(Candidate candidate, int load) {
        return load == candidate.ceiling() && candidate.top().isPresent()
                ? candidate.top().get() : run.point(candidate.curve(), load);
    }
}
