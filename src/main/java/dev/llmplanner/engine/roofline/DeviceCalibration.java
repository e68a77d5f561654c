package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.math.Exponential;
import dev.llmplanner.engine.model.MixtureOfExperts;
import java.util.List;

/**
 * All calibrated constants of one device class under one engine.
 *
 * @param kernels                 efficiency by kernel, in the order of {@link Kernel}
 * @param smoothMaximumPower      p of {@code (aᵖ + bᵖ)^(1/p)}
 * @param routingSkew             exponent on tokens when distinct experts are counted; 1 is uniform routing
 * @param smallBatchRows          rows that an expert's matrix product behaves as if it had more
 * @param expertSeconds           of a fused kernel for each expert that it reads
 * @param expertImbalance         weight of the fullest rank's surplus under expert parallelism; 0 ignores it
 * @param allReduce               inside the scale-up domain
 * @param allToAll                inside the scale-up domain
 * @param crossDomain             collectives over the fabric
 * @param crossDomainAllReduceFraction of the fabric's rate that the outer part of an all-reduce reaches
 * @param hostAllReduceBytesPerSecond bus bandwidth over PCIe, for 2, 4 and 8 GPUs on a link of
 *                                {@code hostLinkReferenceBytesPerSecond}
 */
public record DeviceCalibration(
        List<KernelEfficiency> kernels,
        double smoothMaximumPower,
        double routingSkew,
        double smallBatchRows,
        double expertSeconds,
        double expertImbalance,
        CollectiveEfficiency allReduce,
        CollectiveEfficiency allToAll,
        CollectiveEfficiency crossDomain,
        double crossDomainAllReduceFraction,
        List<Double> hostAllReduceBytesPerSecond,
        double hostLinkReferenceBytesPerSecond) {

    public DeviceCalibration {
        kernels = List.copyOf(kernels);
        hostAllReduceBytesPerSecond = List.copyOf(hostAllReduceBytesPerSecond);
        if (kernels.size() != Kernel.values().length || hostAllReduceBytesPerSecond.size() != 3) {
            throw new IllegalArgumentException(
                    kernels.size() + " kernels, " + hostAllReduceBytesPerSecond.size() + " host bandwidths");
        }
    }

    /** The efficiency of that kernel. */
    public KernelEfficiency of(Kernel kernel) {
        return kernels.get(kernel.ordinal());
    }

    /**
     * Distinct experts of one layer that a step of T tokens reads: {@code u = E·(1 − (1 − k/E)^(T^skew))}; the exponent
     * below 1 is the skew of real routing.
     *
     * @param tokens of the step, over all ranks, &gt; 0
     * @return from the experts that a token computes to all of them
     */
    public double distinctExperts(MixtureOfExperts f, double tokens) {
        return distinctExperts(f.experts(), logMissed(f), tokens);
    }

    double distinctExperts(double experts, double logMissed, double tokens) {
        return experts * (1 - Exponential.exp(logMissed * Exponential.pow(tokens, routingSkew)));
    }

    /** Logarithm of the share of experts that a token doesn't compute: {@code ln(1 − k/E)}. */
    static double logMissed(MixtureOfExperts f) {
        return Exponential.log(1 - f.computedExpertsPerToken() / f.experts());
    }
}
