package dev.llmplanner.screening;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Glances;

/**
 * One layout whose users are counted.
 *
 * <p>The most users are found by halving, between a number that meets the targets and one that doesn't. Both were
 * computed, so that the answer meets them and one more user does not, even where latency didn't rise evenly.
 */
final class Trial {

    private final Deployment deployment;
    private final MemoryPlan memory;
    private final Glances glances;
    private final Targets targets;

    /** A deployment that holds one request. */
    Trial(Deployment deployment, MemoryPlan memory, Glances glances, Targets targets) {
        this.deployment = deployment;
        this.memory = memory;
        this.glances = glances;
        this.targets = targets;
    }

    Deployment deployment() {
        return deployment;
    }

    /** The answer with that many users. */
    Estimate estimate(int users) {
        return glances.estimate(
                deployment.with(deployment.workload().with(new Workload.Concurrency(users))), memory);
    }

    /** Users that the KV cache and the engine hold without a queue. */
    int held() {
        return (int) Math.floor(memory.maxRunningBatch());
    }

    boolean judgeable() {
        return glances.knowsSpeed() || !targets.any();
    }

    /** The most users, where they are at least that many; else 0. */
    int mostUsers(int atLeast) {
        int held = held();
        if (held < atLeast || !meets(atLeast)) {
            return 0;
        }
        if (meets(held)) {
            return held;
        }
        int met = atLeast;
        int missed = held;
        while (missed - met > 1) {
            int middle = met + (missed - met) / 2;
            if (meets(middle)) {
                met = middle;
            } else {
                missed = middle;
            }
        }
        return met;
    }

    private boolean meets(int users) {
        return !targets.any() || targets.met(estimate(users).speed().orElseThrow());
    }

    /** What one more user than those would break. */
    Limit limit(int users) {
        if (users < held()) {
            return targets.ttftMet(estimate(users + 1).speed().orElseThrow()) ? Limit.TPOT : Limit.TTFT;
        }
        double engine = deployment.layout().attentionDataParallel() * deployment.limits().maxRunningSequences();
        return memory.maxRunningBatch() >= engine ? Limit.ENGINE_BATCH : Limit.KV_CACHE;
    }
}
