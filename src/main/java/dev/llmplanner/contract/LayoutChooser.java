package dev.llmplanner.contract;

import dev.llmplanner.engine.deployment.LayoutProblem;
import dev.llmplanner.engine.deployment.LayoutRules;
import dev.llmplanner.engine.deployment.LegalLayouts;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the layout of a request that names none.
 *
 * <p>The legal one with the most output tokens per second; where no speed is known, the one that holds the most
 * requests; where none fits, the one with the least missing. Near ties (1e-9) go to the first in the order of
 * {@link LegalLayouts}. Without a number of GPUs, the smallest of 1, 2, 4 … 64 in which one fits.
 *
 * <p>Compared are the layouts that people start engines with: experts divided by all GPUs of a stage or by none, and
 * pipeline stages only where a replica outgrows its scale-up domain, or can't be divided otherwise.
 */
final class LayoutChooser {

    private static final double NEAR_TIE = 1e-9;
    private static final int MOST_GPUS_TRIED = 64;
    private static final int MOST_NEIGHBOURS = 64;

    private LayoutChooser() {}

    /**
     * A layout with its estimate.
     *
     * @param reason      requested, only-legal, most-output, most-capacity or least-shortfall
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
        Chosen last = null;
        for (int gpus = 1; gpus <= MOST_GPUS_TRIED; gpus *= 2) {
            Optional<Chosen> chosen = best(request, architecture, gpus, estimate);
            if (chosen.isPresent()) {
                last = chosen.get();
                if (last.estimate().verdict() != Verdict.DOES_NOT_FIT) {
                    return last;
                }
            }
        }
        if (last == null) {
            throw noLayout(request, architecture, 1, path);
        }
        return last;
    }

    private static Optional<Chosen> best(
            ResolvedRequest request, Architecture architecture, int gpus,
            Function<ParallelLayout, Estimate> estimate) {
        List<ParallelLayout> legal = usual(request, LegalLayouts.of(architecture, request.recipe(), gpus));
        Chosen best = null;
        double bestScore = 0;
        for (ParallelLayout layout : legal) {
            Estimate answer = estimate.apply(layout);
            double score = score(answer);
            boolean better = best == null || score - bestScore > NEAR_TIE * Math.abs(bestScore);
            if (better) {
                best = new Chosen(layout, answer, reason(answer, legal.size()), legal.size());
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<ParallelLayout> usual(ResolvedRequest request, List<ParallelLayout> legal) {
        List<ParallelLayout> usual = legal.stream()
                .filter(layout -> layout.expertParallel() == 1 || layout.expertParallel() == layout.stageGpus())
                .toList();
        List<ParallelLayout> oneStage = usual.stream()
                .filter(layout -> layout.pipelineParallel() == 1
                        && layout.gpus() <= request.hardware().interconnect(layout.gpus()).domainGpus())
                .toList();
        return !oneStage.isEmpty() ? oneStage : !usual.isEmpty() ? usual : legal;
    }

    /** Any speed beats any capacity, and any capacity beats any shortfall. */
    private static double score(Estimate answer) {
        double speedBonus = 1e15;
        if (answer.speed().isPresent()) {
            return speedBonus * (1 + answer.speed().get().outputTokensPerSecond().mid() / 1e9);
        }
        if (answer.verdict() == Verdict.DOES_NOT_FIT) {
            return answer.memory().map(memory -> memory.freeBytes() - speedBonus).orElse(-2 * speedBonus);
        }
        return answer.kvCache().map(figures -> figures.maxConcurrency()).orElse(0.0);
    }

    private static String reason(Estimate answer, int layouts) {
        if (layouts == 1) {
            return "only-legal";
        }
        if (answer.speed().isPresent()) {
            return "most-output";
        }
        return answer.verdict() == Verdict.DOES_NOT_FIT ? "least-shortfall" : "most-capacity";
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
