package dev.llmplanner.planning;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.search.Placement;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.engine.serving.Latency;
import dev.llmplanner.engine.serving.LoadCurve;
import dev.llmplanner.engine.serving.Uncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Finds the best deployment of a group with prefill and decode on GPUs of their own: every legal layout of each worker up to a
 * server, in every number of both that fills one, two or four servers.
 *
 * <p>A deployment is left out where neither pool can be as quick as the best one so far needs it: answers per second are at
 * most {@code min(workers / least service, decode workers · most answers)}, requests in flight at most what decodes. Both
 * bounds fall along the workers, so that whole rows are left out unseen.
 */
final class PoolSearch {

    private static final int[] SERVERS = {1, 2, 4};

    private final SearchRequest request;
    private final Group group;
    private final Layouts layouts;
    private final Counts counts;
    private final GroupRun run;

    PoolSearch(SearchRequest request, Group group, Layouts layouts, Counts counts) {
        this.request = request;
        this.group = group;
        this.layouts = layouts;
        this.counts = counts;
        this.run = new GroupRun(request, group, counts);
    }

    /**
     * Numbers of workers that fill a replica.
     *
     * @param most answers per second, or requests in flight, that the best of its pairs can't exceed
     */
    private record Split(PoolWorkers prefill, int workers, PoolWorkers decode, int decodeWorkers, Placement placement, double most) {}

    GroupAnswer answer() {
        Inquiry inquiry = group.inquiry();
        Optional<DeviceMemory> memory = inquiry.hardware().accelerator().accelerator().memory();
        if (memory.isPresent()) {
            search(sized(inquiry, memory.get()));
        }
        return run.answer(List.of());
    }

    private List<PoolWorkers> sized(Inquiry inquiry, DeviceMemory memory) {
        int serverGpus = group.sites().get(0).gpus();
        List<PoolWorkers> sized = new ArrayList<>();
        for (int gpus : GroupSearch.sizes(serverGpus, Math.min(serverGpus, request.maxGpus()))) {
            sized.add(PoolWorkers.of(request, inquiry, memory, gpus, layouts.of(group, gpus), counts));
        }
        return sized;
    }

    /** The quickest pair of each split first: what they need leaves out most of the others. */
    private void search(List<PoolWorkers> sized) {
        List<Split> splits = new ArrayList<>();
        for (int servers : SERVERS) {
            int serverGpus = group.sites().get(0).gpus();
            int gpus = servers * serverGpus;
            for (PoolWorkers prefill : gpus <= request.maxGpus() ? sized : List.<PoolWorkers>of()) {
                for (PoolWorkers decode : sized) {
                    split(prefill, decode, gpus, new Placement(serverGpus, gpus), splits);
                }
            }
        }
        splits.sort((a, b) -> Double.compare(b.most() / b.placement().gpusPerReplica(), a.most() / a.placement().gpusPerReplica()));
        for (Split split : splits) {
            judge(split, split.prefill().prefill().get(0), split.decode().decode().get(0));
        }
        for (Split split : splits) {
            others(split);
        }
    }

    private void split(PoolWorkers prefill, PoolWorkers decode, int gpus, Placement placement, List<Split> splits) {
        for (int workers = 1; workers * prefill.gpus() < gpus; workers++) {
            int left = gpus - workers * prefill.gpus();
            if (left % decode.gpus() == 0) {
                count(prefill, decode);
                if (!prefill.prefill().isEmpty() && !decode.decode().isEmpty()) {
                    int decodeWorkers = left / decode.gpus();
                    splits.add(new Split(prefill, workers, decode, decodeWorkers, placement,
                            most(prefill.prefill().get(0), workers, decode.decode().get(0), decodeWorkers)));
                }
            }
        }
    }

    /** Pairs of which one isn't a worker. */
    private void count(PoolWorkers prefill, PoolWorkers decode) {
        int all = prefill.legal() * decode.legal();
        int remembered = prefill.remembered() * decode.remembered();
        int longEnough = prefill.longEnough() * decode.longEnough();
        int known = prefill.prefill().size() * decode.decode().size();
        run.consider(all);
        counts.excludedByMemory += all - remembered;
        counts.excludedByContext += remembered - longEnough;
        counts.unknown += longEnough - known;
        run.misses().reject(Constraint.MEMORY, all - remembered);
        run.misses().reject(Constraint.CONTEXT, remembered - longEnough);
        run.misses().reject(Constraint.FACT, longEnough - known);
    }

    /** Requests per second that these can't exceed. */
    private double mostPerSecond(PoolWorkers.Prefill prefill, int workers, PoolWorkers.Decode decode, int decodeWorkers) {
        return Math.min(workers * prefill.rate(), decodeWorkers * decode.rate());
    }

    /** The same in the demand's unit. */
    private double most(PoolWorkers.Prefill prefill, int workers, PoolWorkers.Decode decode, int decodeWorkers) {
        return run.isRate() ? mostPerSecond(prefill, workers, decode, decodeWorkers) : Math.floor(decodeWorkers * decode.held());
    }

    /** All pairs but the first; along both workers the bound falls, but for requests in flight. */
    private void others(Split split) {
        for (int d = 0; d < split.decode().decode().size(); d++) {
            PoolWorkers.Decode decode = split.decode().decode().get(d);
            int all = split.prefill().prefill().size();
            for (int p = 0; p < all; p++) {
                PoolWorkers.Prefill prefill = split.prefill().prefill().get(p);
                if (precedes(split, prefill, decode)) {
                    counts.excludedByThroughput += p == 0 && d == 0 ? all - 1 : all - p;
                    break;
                }
                if (p > 0 || d > 0) {
                    judge(split, prefill, decode);
                }
            }
        }
    }

    /** Whether the best one so far comes before anything that this pair can be. */
    private boolean precedes(Split split, PoolWorkers.Prefill prefill, PoolWorkers.Decode decode) {
        double most = most(prefill, split.workers(), decode, split.decodeWorkers());
        if (!run.hasBest() || most <= 0) {
            return run.hasBest();
        }
        int replicas = run.replicas(most);
        return run.precedes(split.placement().servers(replicas), replicas * split.placement().gpusPerReplica(),
                replicas * mostPerSecond(prefill, split.workers(), decode, split.decodeWorkers()));
    }

    private void judge(Split split, PoolWorkers.Prefill prefill, PoolWorkers.Decode decode) {
        counts.computed++;
        if (decode.rate() <= 0 || decode.worker().decodeSecondsPerToken(1) > run.slo().tpotSeconds() * (1 + 1e-9)) {
            run.misses().reject(Constraint.TPOT, 1);
            return;
        }
        if (prefill.leastTtftSeconds() > run.slo().ttftSeconds() * (1 + 1e-9)) {
            run.misses().reject(Constraint.TTFT, 1);
            return;
        }
        Optional<LoadCurve> found = prefill.worker().curve(split.workers(), decode.worker(), split.decodeWorkers());
        if (found.isEmpty()) {
            run.misses().reject(Constraint.FACT, 1);
            return;
        }
        LoadCurve curve = found.get();
        int held = (int) Math.floor(curve.mostRunning());
        IntFunction<Latency> points = at -> run.point(curve, at);
        // Prompts share steps at any load, so that TTFT may fall as load rises.
        int load = run.largest(points, 0, split.placement(), held);
        if (load < 0 || load == 0 && run.hasBest()) {
            return;
        }
        double capacity = run.capacity(curve, load, points);
        if (capacity <= 0) {
            run.misses().reject(run.slo().tpotMet(points.apply(1)) ? Constraint.TTFT : Constraint.TPOT, 1);
            return;
        }
        run.sized(capacity, split.placement()).ifPresent(sizing -> {
            double output = run.output(curve, capacity, sizing);
            if (!run.precedes(sizing.servers(), sizing.gpusNeeded(), output)) {
                run.take(best(split, prefill.worker().deployment(), decode.worker().deployment(), curve, held, capacity,
                        sizing, output));
            }
        });
    }

    private Best best(Split split, Deployment prefill, Deployment decode, LoadCurve curve, int held, double capacity, Sizing sizing,
            double output) {
        Uncertainty uncertainty = group.inquiry().knowledge().uncertainty();
        return new Best(decode.layout(),
                Optional.of(new Pools(prefill.layout(), split.workers(), decode.layout(), split.decodeWorkers())), curve,
                uncertainty.disaggregated(group.inquiry().knowledge().situation()), held,
                split.decodeWorkers() * decode.layout().attentionDataParallel() * decode.limits().maxRunningSequences(),
                capacity, sizing, output);
    }
}
