package dev.llmplanner.engine.deployment;

import java.util.OptionalDouble;

/**
 * The links that the replica's collectives run over.
 *
 * @param scaleUpBytesPerSecondPerDirection  link inside the domain, absent where it isn't published
 * @param domainGpus                         GPUs that the link joins
 * @param scaleOutBytesPerSecondPerDirection fabric between domains, per GPU; absent where none is given
 * @param overHostLink                       collectives run over PCIe
 */
public record Interconnect(
        OptionalDouble scaleUpBytesPerSecondPerDirection,
        int domainGpus,
        OptionalDouble scaleOutBytesPerSecondPerDirection,
        boolean overHostLink) {}
