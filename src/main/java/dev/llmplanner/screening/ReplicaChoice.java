package dev.llmplanner.screening;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.roofline.PassTable;
import dev.llmplanner.engine.serving.Glance;
import dev.llmplanner.engine.serving.Glances;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The replica that a screening asks about where the question leaves it open.
 *
 * <p>The fewest of 1, 2, 4 … 64 GPUs that hold every user; else the fewest that hold one; else those with the least missing.
 * Of the layouts that hold as many: the one with the highest {@link Glance#rank}. How far that is from the best layout stands in docs/decisions/0014-screening.md.
 */
final class ReplicaChoice {

    static final int MOST_GPUS = 64;

    /** For rounding, where weights would be divided evenly. */
    private static final double SURELY = 1 + 1e-9;

    private ReplicaChoice() {}

    /** A layout whose memory is planned. */
    private record Planned(Deployment deployment, MemoryPlan memory) {

        /** What one request leaves, or misses. */
        double freeBytes() {
            return memory.at(deployment.layout().attentionDataParallel()).freeBytes();
        }
    }

    /**
     * The replica for that inquiry, about a device of known capacity; empty where no layout is legal.
     *
     * @param products takes part of its passes: it may be asked until they are cleared
     */
    static Optional<Glance> of(Inquiry inquiry, int users, PassTable.Products products) {
        double capacity = inquiry.hardware().accelerator().accelerator().memory().orElseThrow().capacityBytes();
        List<Planned> holdOne = List.of();
        for (int gpus = 1; gpus <= MOST_GPUS; gpus *= 2) {
            if (inquiry.leastWeightsBytes(gpus) > capacity * SURELY) {
                continue;
            }
            List<Planned> holdAll = new ArrayList<>();
            List<Planned> fit = new ArrayList<>();
            for (Inquiry.Candidate candidate : inquiry.candidates(gpus)) {
                if (candidate.share().weightsBytes() < capacity) {
                    Planned planned = planned(inquiry, candidate);
                    if (planned.memory().shortfallBytes() <= 0) {
                        fit.add(planned);
                        if (planned.memory().maxRunningBatch() >= users) {
                            holdAll.add(planned);
                        }
                    }
                }
            }
            if (!holdAll.isEmpty()) {
                return Optional.of(best(inquiry, holdAll, products));
            }
            holdOne = holdOne.isEmpty() ? fit : holdOne;
        }
        return holdOne.isEmpty() ? leastMissing(inquiry) : Optional.of(best(inquiry, holdOne, products));
    }

    private static Planned planned(Inquiry inquiry, Inquiry.Candidate candidate) {
        Deployment deployment = inquiry.deployment(candidate.layout());
        return new Planned(deployment, inquiry.plan(candidate, deployment));
    }

    /** The first layout of the fewest GPUs that can be divided. */
    static Optional<ParallelLayout> first(Inquiry inquiry) {
        for (int gpus = 1; gpus <= MOST_GPUS; gpus *= 2) {
            List<Inquiry.Candidate> candidates = inquiry.candidates(gpus);
            if (!candidates.isEmpty()) {
                return Optional.of(candidates.get(0).layout());
            }
        }
        return Optional.empty();
    }

    private static Glance best(Inquiry inquiry, List<Planned> layouts, PassTable.Products products) {
        Glances glances = Glances.of(layouts.get(0).deployment(), inquiry.knowledge(), products);
        Glance best = glances.at(layouts.get(0).deployment(), layouts.get(0).memory());
        if (layouts.size() > 1) {
            double most = 0;
            for (Planned layout : layouts) {
                Glance next = glances.at(layout.deployment(), layout.memory());
                double rank = next.rank(most);
                if (rank > most) {
                    most = rank;
                    best = next;
                }
            }
        }
        return best;
    }

    /** Of the most GPUs that can be divided. */
    private static Optional<Glance> leastMissing(Inquiry inquiry) {
        for (int gpus = MOST_GPUS; gpus >= 1; gpus /= 2) {
            Planned least = null;
            for (Inquiry.Candidate candidate : inquiry.candidates(gpus)) {
                Planned next = planned(inquiry, candidate);
                if (least == null || next.freeBytes() > least.freeBytes()) {
                    least = next;
                }
            }
            if (least != null) {
                return Optional.of(Glances.of(least.deployment(), inquiry.knowledge()).at(least.deployment(), least.memory()));
            }
        }
        return Optional.empty();
    }
}
