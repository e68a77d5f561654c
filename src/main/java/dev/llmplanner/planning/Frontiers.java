package dev.llmplanner.planning;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.search.Frontier;
import dev.llmplanner.engine.search.Placement;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.engine.serving.Glances;
import dev.llmplanner.engine.serving.LoadCurve;
import dev.llmplanner.engine.serving.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operating points that no other one beats: tokens per second for a user against tokens per second of a GPU, and against
 * cost. Tried are 1, 2, 4 … requests in flight on a replica, up to what decodes together, of every legal layout.
 *
 * <p>A point is left out without being computed where one with its decode steps alone, which is better in both figures,
 * would be beaten already: {@code 1/TPOT ≤ 1/D} and {@code output ≤ c/D}.
 */
final class Frontiers {

    private final SearchRequest request;
    private final Layouts layouts;
    private final Counts counts;
    private final PlanMaker maker;
    private final List<Point> points = new ArrayList<>();

    /** The group at hand, and its sites. */
    private Group group;
    private List<Site> sites = List.of();
    private int[] sizes = {};
    private int sized;
    /** Kept points of it. */
    private List<Point> ofGroup = new ArrayList<>();

    Frontiers(SearchRequest request, Layouts layouts, Counts counts, PlanMaker maker) {
        this.request = request;
        this.layouts = layouts;
        this.counts = counts;
        this.maker = maker;
    }

    /**
     * One operating point.
     *
     * @param load      requests in flight on a replica
     * @param sustained requests per second that GPUs' time allows
     * @param servers that carry the demand at it
     */
    record Point(
            Group group, Site site, ParallelLayout layout, double load, double tokensPerSecondPerUser,
            double outputTokensPerSecondPerGpu, double requestsPerSecond, double sustained, int servers, Optional<Cost> cost,
            double perMillionOutputTokens) {}

    /** Begins with that group, on those of its sites: {@link #step} until {@link #isDone}. */
    void begin(Group next, List<Site> on) {
        boolean known = next.inquiry().hardware().accelerator().accelerator().memory().isPresent();
        group = next;
        sites = on;
        sizes = known ? GroupSearch.sizes(next.sites().get(0).gpus(), request.maxGpus()) : new int[] {};
        sized = 0;
        ofGroup = new ArrayList<>();
    }

    boolean isDone() {
        return sized == sizes.length;
    }

    /** The layouts of one size; their points are added with those of the last. */
    void step() {
        layouts(sizes[sized++], group.inquiry().hardware().accelerator().accelerator().memory().orElseThrow());
        if (isDone()) {
            List<Point> kept = Frontier.of(ofGroup, Point::tokensPerSecondPerUser, Point::outputTokensPerSecondPerGpu);
            for (Site site : sites) {
                kept.forEach(point -> points.add(on(point, site)));
            }
        }
    }

    private void layouts(int gpus, DeviceMemory memory) {
        Glances glances = null;
        for (Inquiry.Candidate candidate : layouts.of(group, gpus)) {
            if (candidate.share().weightsBytes() >= memory.capacityBytes()) {
                continue;
            }
            Deployment deployment = group.inquiry().deployment(candidate.layout());
            MemoryPlan plan = MemoryPlan.of(deployment, candidate.share(), memory, group.inquiry().knowledge().memoryRules());
            if (plan.shortfallBytes() > 0 || plan.maxRunningBatch() < 1) {
                continue;
            }
            glances = glances == null ? Glances.of(deployment, group.inquiry().knowledge()) : glances;
            if (glances.knowsSpeed()) {
                curve(candidate.layout(), glances.curve(deployment, plan));
            }
        }
    }

    private void curve(ParallelLayout layout, LoadCurve curve) {
        int held = (int) Math.floor(curve.mostRunning());
        for (int load = 1; load <= held; load *= 2) {
            counts.decodeSteps++;
            double step = curve.decodeSecondsPerToken(load);
            if (!beaten(1 / step, load / step / layout.gpus())) {
                counts.operatingPoints++;
                Latency point = curve.latency(load, 0, 0);
                keep(new Point(group, group.sites().get(0), layout, load, 1 / point.tpotSeconds(),
                        point.requestsPerSecond() * request.outputTokens() / layout.gpus(), point.requestsPerSecond(),
                        Best.requestsPerSecond(curve, point.requestsPerSecond()), 0, Optional.empty(), 0));
            }
        }
    }

    private boolean beaten(double user, double gpu) {
        for (Point point : ofGroup) {
            if (point.tokensPerSecondPerUser() >= user && point.outputTokensPerSecondPerGpu() >= gpu) {
                return true;
            }
        }
        return false;
    }

    private void keep(Point point) {
        if (!beaten(point.tokensPerSecondPerUser(), point.outputTokensPerSecondPerGpu())) {
            ofGroup.removeIf(other -> point.tokensPerSecondPerUser() >= other.tokensPerSecondPerUser()
                    && point.outputTokensPerSecondPerGpu() >= other.outputTokensPerSecondPerGpu());
            ofGroup.add(point);
        }
    }

    /** The point with the servers that carry the demand at it, and what they cost. */
    private Point on(Point point, Site site) {
        boolean rate = request.demand().kind() == Demand.Kind.REQUESTS_PER_SECOND;
        double demand = request.demand().value();
        Sizing sizing = Sizing.of(demand, rate ? point.sustained() : point.load(),
                new Placement(site.gpus(), point.layout().gpus()), request.spareServers());
        double output = rate
                ? demand * request.outputTokens()
                : demand / point.load() * point.requestsPerSecond() * request.outputTokens();
        Cost cost = maker.cost(site, sizing);
        boolean known = Economy.knowsServers(cost.tco());
        return new Point(point.group(), site, point.layout(), point.load(), point.tokensPerSecondPerUser(),
                point.outputTokensPerSecondPerGpu(), point.requestsPerSecond(), point.sustained(), sizing.servers(),
                known ? Optional.of(cost) : Optional.empty(),
                known ? maker.tokenCost(cost, output).outputAlone().amount().typical() : 0);
    }

    /** By rising speed for a user. */
    List<Point> throughput() {
        return Frontier.of(points, Point::tokensPerSecondPerUser, Point::outputTokensPerSecondPerGpu);
    }

    /** The same against cost per million output tokens, of points whose servers have a price. */
    List<Point> cost() {
        List<Point> priced = new ArrayList<>();
        for (Point point : points) {
            if (point.cost().isPresent()) {
                priced.add(point);
            }
        }
        return Frontier.of(priced, Point::tokensPerSecondPerUser, point -> -point.perMillionOutputTokens());
    }
}
