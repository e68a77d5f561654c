package dev.llmplanner.screening;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Glances;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The replica that a screening asks about where the question leaves it open.
 *
 * <p>The fewest of 1, 2, 4 … 64 GPUs that hold every user; else the fewest that hold one; else those with the least missing.
 * Of the layouts that hold as many: the one with the most output by the rough rule of {@link Glances}, or with the largest batch where no
 * speed is known. How far that is from the best layout stands in docs/decisions/0014-screening.md.
 */
final class ReplicaChoice {

    static final int MOST_GPUS = 64;

    private ReplicaChoice() {}

    /** A replica with its answer. */
    record Chosen(ParallelLayout layout, Estimate estimate) {}

    /** A layout whose memory is planned. */
    private record Planned(Deployment deployment, MemoryPlan memory) {}

    /** The replica for that inquiry; empty where no layout is legal. */
    static Optional<Chosen> of(Inquiry inquiry, int users) {
        Optional<DeviceMemory> memory = inquiry.hardware().accelerator().accelerator().memory();
        if (memory.isEmpty()) {
            return first(inquiry);
        }
        double capacity = memory.get().capacityBytes();
        List<Planned> holdOne = List.of();
        for (int gpus = 1; gpus <= MOST_GPUS; gpus *= 2) {
            List<Planned> holdAll = new ArrayList<>();
            List<Planned> fit = new ArrayList<>();
            for (Inquiry.Candidate candidate : inquiry.candidates(gpus)) {
                if (candidate.share().weightsBytes() < capacity) {
                    Deployment deployment = inquiry.deployment(candidate.layout());
                    MemoryPlan plan = MemoryPlan.of(
                            deployment, candidate.share(), memory.get(), inquiry.knowledge().memoryRules());
                    if (plan.shortfallBytes() <= 0) {
                        fit.add(new Planned(deployment, plan));
                        if (plan.maxRunningBatch() >= users) {
                            holdAll.add(new Planned(deployment, plan));
                        }
                    }
                }
            }
            if (!holdAll.isEmpty()) {
                return Optional.of(best(inquiry, holdAll, users));
            }
            holdOne = holdOne.isEmpty() ? fit : holdOne;
        }
        return holdOne.isEmpty() ? leastMissing(inquiry) : Optional.of(best(inquiry, holdOne, users));
    }

    private static Optional<Chosen> first(Inquiry inquiry) {
        for (int gpus = 1; gpus <= MOST_GPUS; gpus *= 2) {
            List<Inquiry.Candidate> candidates = inquiry.candidates(gpus);
            if (!candidates.isEmpty()) {
                ParallelLayout layout = candidates.get(0).layout();
                return Optional.of(new Chosen(layout, inquiry.estimate(layout)));
            }
        }
        return Optional.empty();
    }

    private static Chosen best(Inquiry inquiry, List<Planned> layouts, int users) {
        Planned best = layouts.get(0);
        Glances glances = Glances.of(best.deployment(), inquiry.knowledge());
        if (layouts.size() > 1) {
            double most = 0;
            for (Planned next : layouts) {
                double value = glances.knowsSpeed()
                        ? glances.roughOutputTokensPerSecond(next.deployment(), next.memory(), users, most)
                        : next.memory().maxRunningBatch();
                if (value > most) {
                    most = value;
                    best = next;
                }
            }
        }
        return new Chosen(best.deployment().layout(), glances.estimate(best.deployment(), best.memory()));
    }

    /** Of the most GPUs that can be divided. */
    private static Optional<Chosen> leastMissing(Inquiry inquiry) {
        for (int gpus = MOST_GPUS; gpus >= 1; gpus /= 2) {
            Chosen least = null;
            for (Inquiry.Candidate candidate : inquiry.candidates(gpus)) {
                Chosen next = new Chosen(candidate.layout(), inquiry.estimate(candidate.layout()));
                if (least == null || freeBytes(next) > freeBytes(least)) {
                    least = next;
                }
            }
            if (least != null) {
                return Optional.of(least);
            }
        }
        return Optional.empty();
    }

    private static double freeBytes(Chosen chosen) {
        return chosen.estimate().memory().map(memory -> memory.freeBytes()).orElse(Double.NEGATIVE_INFINITY);
    }
}
