package dev.llmplanner.handover;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.contract.Hardware;
import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.json.JsonObject;
import java.util.Optional;

/**
 * A deployment to be handed over: replicas of one kind. Where prefill and decode have GPUs of their own, it is made of two
 * orders, one for the workers of each.
 *
 * @param name          as its owner calls it; any text at all
 * @param repository    under which the checkpoint is published; absent where none of this precision is known
 * @param engineVersion as requests write it; absent: the newest rules
 * @param weightsCode   as requests name the precision
 * @param recipe        formats of that checkpoint
 * @param layout        of a worker; that of decode where there are pools
 * @param workload      of one replica
 * @param replicas      that serve, ≥ 1
 * @param answer        the estimate of one replica, and the request that it answers
 * @param asked         the request before defaults were filled in
 * @param role          what its GPUs do
 * @param pools         absent where the same GPUs prefill and decode
 */
public record Order(
        String name,
        ModelEntry model,
        Optional<String> repository,
        Hardware hardware,
        ServingEngine engine,
        Optional<String> engineVersion,
        String weightsCode,
        WeightRecipe recipe,
        KvFormat kvFormat,
        ParallelLayout layout,
        EngineLimits limits,
        Workload workload,
        int replicas,
        Answer answer,
        JsonObject asked,
        Role role,
        Optional<Pools> pools) {

    /** What GPUs do. */
    public enum Role {
        WHOLE(""),
        PREFILL("prefill"),
        DECODE("decode");

        private final String code;

        Role(String code) {
            this.code = code;
        }

        /** Lower-case; blank where one kind does both. */
        public String code() {
            return code;
        }
    }

    /**
     * Workers of both kinds.
     *
     * @param prefill        its replicas are all prefill workers
     * @param prefillWorkers of one replica
     * @param decode         its replicas are all decode workers
     * @param decodeWorkers  of one replica
     */
    public record Pools(Order prefill, int prefillWorkers, Order decode, int decodeWorkers) {

        int gpus() {
            return prefillWorkers * prefill.layout().gpus() + decodeWorkers * decode.layout().gpus();
        }
    }

    /** Devices that usually share a host, where no server is named. */
    private static final int USUAL_HOST = 8;

    public Order {
        if (replicas < 1) {
            throw new IllegalArgumentException("replicas " + replicas);
        }
    }

    /** The same order under another name. */
    public Order named(String other) {
        return new Order(other, model, repository, hardware, engine, engineVersion, weightsCode, recipe, kvFormat, layout,
                limits, workload, replicas, answer, asked, role, pools.map(both -> new Pools(both.prefill().named(other),
                        both.prefillWorkers(), both.decode().named(other), both.decodeWorkers())));
    }

    /** GPUs of one replica. */
    public int gpus() {
        return pools.map(Pools::gpus).orElse(layout.gpus());
    }

    /** Devices of one host. */
    public int gpusPerHost() {
        return hardware.gpusPerNode().orElse(USUAL_HOST);
    }

    /** Hosts that one replica runs on. */
    public int hosts() {
        return (gpus() + gpusPerHost() - 1) / gpusPerHost();
    }

    /** Devices that one replica takes on each of its hosts. */
    public int gpusOnEachHost() {
        return (gpus() + hosts() - 1) / hosts();
    }

    /** Id of the accelerators' vendor. */
    public String vendor() {
        return hardware.accelerator().vendor();
    }
}
