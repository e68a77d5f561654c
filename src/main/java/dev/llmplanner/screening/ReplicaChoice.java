package dev.llmplanner.screening;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.serving.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The replica that a screening asks about where the question leaves it open.
 *
 * <p>The fewest of 1, 2, 4 … 64 GPUs that hold every user; else the fewest that hold one; else the most that can be divided.
 * Of the layouts that hold the users: the one with the most output.
 */
final class ReplicaChoice {

    static final int MOST_GPUS = 64;

    private ReplicaChoice() {}

    /** A replica with its answer. */
    record Chosen(ParallelLayout layout, Estimate estimate) {}

    /** The replica for that inquiry; empty where no layout is legal. */
    static Optional<Chosen> of(Inquiry inquiry, int users) {
        Optional<DeviceMemory> memory = inquiry.hardware().accelerator().accelerator().memory();
        if (memory.isEmpty()) {
            return first(inquiry);
        }
        List<ParallelLayout> holdOne = List.of();
        Optional<ParallelLayout> last = Optional.empty();
        for (int gpus = 1; gpus <= MOST_GPUS; gpus *= 2) {
            List<ParallelLayout> holdAll = new ArrayList<>();
            List<ParallelLayout> fits = new ArrayList<>();
            double leastShortfall = Double.POSITIVE_INFINITY;
            for (ParallelLayout layout : inquiry.layouts(gpus)) {
                Deployment deployment = inquiry.deployment(layout);
                MemoryPlan plan = MemoryPlan.of(deployment, memory.get(), inquiry.knowledge().memoryRules());
                double shortfall = plan.shortfallBytes();
                if (shortfall <= 0) {
                    fits.add(layout);
                    if (plan.maxRunningBatch() >= users) {
                        holdAll.add(layout);
                    }
                } else if (shortfall < leastShortfall) {
                    leastShortfall = shortfall;
                    last = Optional.of(layout);
                }
            }
            if (!holdAll.isEmpty()) {
                return Optional.of(best(inquiry, holdAll));
            }
            holdOne = holdOne.isEmpty() ? fits : holdOne;
        }
        return holdOne.isEmpty()
                ? last.map(layout -> new Chosen(layout, inquiry.estimate(layout)))
                : Optional.of(best(inquiry, holdOne));
    }

    private static Optional<Chosen> first(Inquiry inquiry) {
        for (int gpus = 1; gpus <= MOST_GPUS; gpus *= 2) {
            List<ParallelLayout> layouts = inquiry.layouts(gpus);
            if (!layouts.isEmpty()) {
                return Optional.of(new Chosen(layouts.get(0), inquiry.estimate(layouts.get(0))));
            }
        }
        return Optional.empty();
    }

    static Chosen best(Inquiry inquiry, List<ParallelLayout> layouts) {
        Chosen best = null;
        for (ParallelLayout layout : layouts) {
            Chosen next = new Chosen(layout, inquiry.estimate(layout));
            if (best == null || value(next) > value(best)) {
                best = next;
            }
        }
        return best;
    }

    /** Output where it is known, else what is held. */
    private static double value(Chosen chosen) {
        Estimate estimate = chosen.estimate();
        return estimate.speed().map(speed -> speed.outputTokensPerSecond().mid())
                .orElseGet(() -> estimate.kvCache().map(figures -> figures.maxConcurrency()).orElse(0.0));
    }
}
