package dev.llmplanner.planning;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.search.LoadSearch;
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
 *
 * <p>It goes in steps, since a pair takes many operating points: the workers of one size, then the quickest pair of one split,
 * then one of its other pairs, whose loads are looked at two by two.
 */
final class PoolSearch {

    private static final int[] SERVERS = {1, 2, 4};

    private final SearchRequest request;
    private final Group group;
    private final Layouts layouts;
    private final Counts counts;
    private final GroupRun run;
    private final Optional<DeviceMemory> memory;
    private final int[] sizes;
    private final List<PoolWorkers> sized = new ArrayList<>();
    private final List<Split> splits = new ArrayList<>();
    private int judged;
    private int passed;
    private int row;
    private int column;
    /** The pair whose loads are looked at; null where none is. */
    private Pair pair;

    PoolSearch(SearchRequest request, Group group, Layouts layouts, Counts counts) {
        this.request = request;
        this.group = group;
        this.layouts = layouts;
        this.counts = counts;
        this.run = new GroupRun(request, group, counts);
        this.memory = group.inquiry().hardware().accelerator().accelerator().memory();
        this.sizes = GroupSearch.sizes(serverGpus(), Math.min(serverGpus(), request.maxGpus()));
    }

    private int serverGpus() {
        return group.sites().get(0).gpus();
    }

    /**
     * Numbers of workers that fill a replica.
     *
     * @param most answers per second, or requests in flight, that the best of its pairs can't exceed
     */
    private record Split(PoolWorkers prefill, int workers, PoolWorkers decode, int decodeWorkers, Placement placement, double most) {}

    /** One worker of each kind, and the search for the largest load that they carry. */
    private record Pair(
            Split split, PoolWorkers.Prefill prefill, PoolWorkers.Decode decode, LoadCurve curve, int held,
            IntFunction<Latency> points, LoadSearch loads) {}

    /** Once {@link #isDone}. */
    GroupAnswer answer() {
        return run.answer(List.of());
    }

    boolean isDone() {
        return memory.isEmpty() || sized.size() == sizes.length && pair == null && passed == splits.size();
    }

    /** The quickest pair of each split first: what they need leaves out most of the others. */
    void step() {
        if (pair != null) {
            pair.loads().step();
            endPair();
        } else if (sized.size() < sizes.length) {
            int gpus = sizes[sized.size()];
            sized.add(PoolWorkers.of(request, group.inquiry(), memory.orElseThrow(), gpus, layouts.of(group, gpus), counts));
            if (sized.size() == sizes.length) {
                split();
            }
        } else if (judged < splits.size()) {
            Split split = splits.get(judged++);
            judge(split, split.prefill().prefill().get(0), split.decode().decode().get(0));
        } else {
            other(splits.get(passed));
        }
    }

    private void split() {
        for (int servers : SERVERS) {
            int gpus = servers * serverGpus();
            for (PoolWorkers prefill : gpus <= request.maxGpus() ? sized : List.<PoolWorkers>of()) {
                for (PoolWorkers decode : sized) {
                    split(prefill, decode, gpus, new Placement(serverGpus(), gpus));
                }
            }
        }
        splits.sort((a, b) -> Double.compare(b.most() / b.placement().gpusPerReplica(), a.most() / a.placement().gpusPerReplica()));
    }

    private void split(PoolWorkers prefill, PoolWorkers decode, int gpus, Placement placement) {
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

    /** The next of its pairs but the first; along both workers the bound falls, but for requests in flight. */
    private void other(Split split) {
        PoolWorkers.Decode decode = split.decode().decode().get(row);
        int all = split.prefill().prefill().size();
        PoolWorkers.Prefill prefill = split.prefill().prefill().get(column);
        boolean first = row == 0 && column == 0;
        if (precedes(split, prefill, decode)) {
            counts.excludedByThroughput += first ? all - 1 : all - column;
            column = all;
        } else {
            if (!first) {
                judge(split, prefill, decode);
            }
            column++;
        }
        if (column == all) {
            column = 0;
            row++;
        }
        if (row == split.decode().decode().size()) {
            row = 0;
            passed++;
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
        IntFunction<Latency> points = at -> {
            counts.pairPoints++;
            return run.point(curve, at);
        };
        // Prompts share steps at any load, so that TTFT may fall as load rises.
        LoadSearch loads = run.loads(points, 0, split.placement());
        loads.begin(held);
        pair = new Pair(split, prefill, decode, curve, held, points, loads);
        endPair();
    }

    private void endPair() {
        if (pair.loads().isDone()) {
            Pair judged = pair;
            pair = null;
            judge(judged);
        }
    }

    private void judge(Pair judged) {
        int load = judged.loads().found();
        if (load < 0 || load == 0 && run.hasBest()) {
            return;
        }
        LoadCurve curve = judged.curve();
        IntFunction<Latency> points = judged.points();
        Placement placement = judged.split().placement();
        double capacity = run.capacity(curve, load, points);
        if (capacity <= 0) {
            run.misses().reject(run.slo().tpotMet(points.apply(1)) ? Constraint.TTFT : Constraint.TPOT, 1);
            return;
        }
        run.sized(capacity, placement).ifPresent(sizing -> {
            double output = run.output(curve, capacity, sizing);
            if (!run.precedes(sizing.servers(), sizing.gpusNeeded(), output)) {
                run.take(best(judged, capacity, sizing, output));
            }
        });
    }

    private Best best(Pair judged, double capacity, Sizing sizing, double output) {
        Split split = judged.split();
        Deployment prefill = judged.prefill().worker().deployment();
        Deployment decode = judged.decode().worker().deployment();
        Uncertainty uncertainty = group.inquiry().knowledge().uncertainty();
        return new Best(decode.layout(),
                Optional.of(new Pools(prefill.layout(), split.workers(), decode.layout(), split.decodeWorkers())), judged.curve(),
                uncertainty.disaggregated(group.inquiry().knowledge().situation()), judged.held(),
                split.decodeWorkers() * decode.layout().attentionDataParallel() * decode.limits().maxRunningSequences(),
                capacity, sizing, output);
    }
}
