package dev.llmplanner.planning;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.search.Placement;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.engine.serving.LoadCurve;
import dev.llmplanner.engine.serving.ServingPoint;
import dev.llmplanner.engine.serving.Uncertainty;
import java.util.Optional;

/**
 * A deployment that carries the demand.
 *
 * @param layout    of the replica; with separate pools that of a decode worker
 * @param pools     absent where the same GPUs prefill and decode
 * @param curve     of one replica
 * @param quantiles of its band
 * @param held      requests that decode together at most, whole
 * @param engineHeld that the engine runs together, whatever the memory
 * @param capacity  of one replica within the limits, in the demand's unit
 * @param sizing    without spare servers
 * @param output    what ties are told apart by; more is better
 */
record Best(
        ParallelLayout layout,
        Optional<Pools> pools,
        LoadCurve curve,
        Uncertainty.Quantiles quantiles,
        int held,
        double engineHeld,
        double capacity,
        Sizing sizing,
        double output) {

    /** Figures within this share of each other are a tie. */
    static final double NEAR = 1e-9;

    /** Whether a deployment with these figures, or with any worse ones, comes after this one. */
    boolean precedes(int servers, int gpus, double bestOutput) {
        if (servers != sizing.servers()) {
            return servers > sizing.servers();
        }
        if (gpus != sizing.gpusNeeded()) {
            return gpus > sizing.gpusNeeded();
        }
        return bestOutput <= output * (1 + NEAR);
    }

    /** The most replicas of that placement with which a deployment may still be as good as this one; 0 where none is. */
    int mostReplicas(Placement placement) {
        int onAsMany = Math.min(placement.replicas(sizing.servers()), sizing.gpusNeeded() / placement.gpusPerReplica());
        return Math.max(onAsMany, placement.replicas(sizing.servers() - 1));
    }

    /**
     * Requests per second that one replica has to reach to be as good as this one, of which a rate is asked: a replica less,
     * or more output from as many.
     */
    double worth(Placement placement, double demand) {
        int most = mostReplicas(placement);
        double enough = demand / most;
        boolean asMany = placement.servers(most) == sizing.servers()
                && most * placement.gpusPerReplica() == sizing.gpusNeeded();
        double worth = asMany ? Math.max(enough, output / most) : enough;
        return (most > 1 ? Math.min(worth, demand / (most - 1)) : worth) * (1 - NEAR);
    }

    /** Requests per second at that load, of which GPUs' time may sustain fewer. */
    double requestsPerSecond(double load) {
        return requestsPerSecond(curve, curve.latency(load, 0, 0).requestsPerSecond());
    }

    static double requestsPerSecond(LoadCurve curve, double finished) {
        return Math.min(finished, curve.highestRequestsPerSecond());
    }

    /** GPUs of one replica. */
    int gpus() {
        return sizing.placement().gpusPerReplica();
    }

    String mode() {
        return pools.isPresent() ? "disaggregated" : "aggregated";
    }

    ServingPoint at(double load) {
        return curve.at(load);
    }
}
