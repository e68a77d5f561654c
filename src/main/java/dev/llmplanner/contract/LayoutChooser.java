package dev.llmplanner.contract;

import dev.llmplanner.engine.deployment.LayoutProblem;
import dev.llmplanner.engine.deployment.LayoutRules;
import dev.llmplanner.engine.deployment.LegalLayouts;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.engine.serving.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the layout of a request that names none.
 *
 * <p>The legal one with the most output tokens per second; where a rate of requests is given, the one that sustains it
 * and answers soonest; where no speed is known, the one that holds the most requests; where none fits, the one with the
 * least missing. Near ties (1e-9) go to the first in the order of {@link LegalLayouts}. Without a number of GPUs, the
 * smallest of 1, 2, 4 … 64 that holds every request in flight; else the smallest that holds one.
 *
 * <p>Compared are the {@link UsualLayouts}.
 */
final class LayoutChooser {

    private static final double NEAR_TIE = 1e-9;
    private static final int MOST_GPUS_TRIED = 64;
    private static final int MOST_NEIGHBOURS = 64;

    private LayoutChooser() {}

    /**
     * A layout with its estimate.
     *
     * @param reason      requested, only-legal, most-output, fastest-answer, most-capacity or least-shortfall
     * @param legalLayouts that were compared
     */
    record Chosen(ParallelLayout layout, Estimate estimate, String reason, int legalLayouts) {}

    /**
     * The layout of that request.
     *
     * @param path of the request inside the one that was asked, as {@code decode.}; empty for the whole
     */
    static Chosen choose(
            ResolvedRequest request, Architecture architecture, String path,
            Function<ParallelLayout, Estimate> estimate) {
        if (request.layout().isPresent()) {
            ParallelLayout layout = request.layout().get();
            refuseIllegal(request, architecture, layout, path);
            return new Chosen(layout, estimate.apply(layout), "requested", 1);
        }
        if (request.gpus().isPresent()) {
            int gpus = request.gpus().getAsInt();
            return best(request, architecture, gpus, estimate).orElseThrow(() -> noLayout(request, architecture, gpus, path));
        }
        return fewest(request, architecture, estimate).orElseThrow(() -> noLayout(request, architecture, 1, path));
    }

    /** The fewest GPUs that hold every request in flight; else the fewest that hold one; else the most that were tried. */
    private static Optional<Chosen> fewest(
            ResolvedRequest request, Architecture architecture, Function<ParallelLayout, Estimate> estimate) {
        Optional<Chosen> holdsOne = Optional.empty();
        Optional<Chosen> last = Optional.empty();
        for (int gpus = 1; gpus <= MOST_GPUS_TRIED; gpus *= 2) {
            Optional<Chosen> chosen = best(request, architecture, gpus, estimate);
            if (chosen.isPresent()) {
                last = chosen;
                Estimate answer = chosen.get().estimate();
                if (answer.verdict() != Verdict.DOES_NOT_FIT) {
                    if (!queues(answer)) {
                        return chosen;
                    }
                    holdsOne = holdsOne.isPresent() ? holdsOne : chosen;
                }
            }
        }
        return holdsOne.isPresent() ? holdsOne : last;
    }

    private static boolean queues(Estimate answer) {
        return Finding.among(answer.findings(), "kv-limited") || Finding.among(answer.findings(), "overload");
    }

    private static Optional<Chosen> best(
            ResolvedRequest request, Architecture architecture, int gpus,
            Function<ParallelLayout, Estimate> estimate) {
        List<ParallelLayout> legal = UsualLayouts.of(
                architecture, request.recipe(), gpus, request.hardware().interconnect(gpus).domainGpus());
        Chosen best = null;
        Score bestScore = null;
        for (ParallelLayout layout : legal) {
            Estimate answer = estimate.apply(layout);
            Score score = score(request.workload(), answer);
            if (bestScore == null || score.beats(bestScore)) {
                best = new Chosen(layout, answer, legal.size() == 1 ? "only-legal" : score.reason(), legal.size());
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * How good an answer is.
     *
     * @param tier   any speed beats any capacity, and any capacity beats any shortfall
     * @param value  within the tier, more is better
     * @param reason of a choice by it
     */
    private record Score(int tier, double value, String reason) {

        boolean beats(Score other) {
            return tier != other.tier
                    ? tier > other.tier
                    : value - other.value > NEAR_TIE * Math.max(Math.abs(value), Math.abs(other.value));
        }
    }

    private static Score score(Workload workload, Estimate answer) {
        if (answer.speed().isPresent()) {
            Speed speed = answer.speed().get();
            boolean overloaded = Finding.among(answer.findings(), "overload");
            if (workload.load() instanceof Workload.Rate && !overloaded) {
                double seconds =
                        speed.ttftSeconds().mid() + workload.outputTokens() * speed.tpotSeconds().mid();
                return new Score(4, -seconds, "fastest-answer");
            }
            return new Score(overloaded ? 3 : 4, speed.outputTokensPerSecond().mid(), "most-output");
        }
        if (answer.verdict() == Verdict.DOES_NOT_FIT) {
            return new Score(
                    1, answer.memory().map(memory -> memory.freeBytes()).orElse(-Double.MAX_VALUE), "least-shortfall");
        }
        return new Score(2, answer.kvCache().map(figures -> figures.maxConcurrency()).orElse(0.0), "most-capacity");
    }

    /**
     * vLLM 0.18 was measured with parts that aren't whole blocks (measurements/serving.csv, MiniMax-M2.5 at TP8); other
     * versions refuse to load them. A request that names such a version is believed.
     */
    static boolean padsBlocks(ResolvedRequest request, LayoutProblem problem) {
        return problem.code().equals("block-scale-does-not-divide")
                && request.engine() == ServingEngine.VLLM
                && request.engineVersion().map(version -> version.isAtLeast(0, 18)).orElse(false);
    }

    private static void refuseIllegal(
            ResolvedRequest request, Architecture architecture, ParallelLayout layout, String path) {
        Optional<LayoutProblem> problem = LayoutRules.problem(architecture, request.recipe(), layout);
        if (problem.isPresent() && !padsBlocks(request, problem.get())) {
            LayoutProblem found = problem.get();
            List<String> allowed = RequestReader.texts(found.allowed());
            throw new RequestException(found.code(), path + "layout." + found.degree(), allowed,
                    path + "layout." + found.degree() + " doesn't go with " + found.size() + " " + found.divided() + " of "
                            + request.model().id() + "; write one of " + RequestReader.join(allowed));
        }
    }

    private static RequestException noLayout(
            ResolvedRequest request, Architecture architecture, int gpus, String path) {
        List<Integer> possible = new ArrayList<>();
        for (int candidate = 1; candidate <= MOST_NEIGHBOURS; candidate++) {
            if (!LegalLayouts.of(architecture, request.recipe(), candidate).isEmpty()) {
                possible.add(candidate);
            }
        }
        List<String> allowed = RequestReader.texts(possible);
        return new RequestException("no-legal-layout", path + "gpus", allowed,
                request.model().id() + " can't be divided over " + gpus + " GPUs; write one of "
                        + RequestReader.join(allowed));
    }
}
