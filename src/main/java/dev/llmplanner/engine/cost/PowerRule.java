package dev.llmplanner.engine.cost;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Power of a server whose maker doesn't print it, from figures of those that do.
 *
 * <p>{@code peak = tdp × accelerators × peakPerTdp} where no maximum is published; {@code typical = peak × typicalPerPeak};
 * {@code idle = peak × idlePerPeak}. The factors are data: docs/model/power.md says which systems they come from.
 *
 * @param peakPerTdp     peak of a server over the thermal design power of its accelerators, ≥ 1
 * @param typicalPerPeak while it serves, over its peak, ≤ 1
 * @param idlePerPeak    idle, over its peak, ≤ {@code typicalPerPeak}
 */
public record PowerRule(Range peakPerTdp, Range typicalPerPeak, Range idlePerPeak) {

    /**
     * What such a server draws.
     *
     * @param maximumWatts of the whole server as its maker prints it
     * @param tdpWatts     of one accelerator package
     * @param accelerators packages in it
     * @return empty where neither is published
     */
    public Optional<ServerPower> of(OptionalDouble maximumWatts, OptionalDouble tdpWatts, int accelerators) {
        if (maximumWatts.isEmpty() && tdpWatts.isEmpty()) {
            return Optional.empty();
        }
        Range peak = maximumWatts.isPresent()
                ? Range.of(maximumWatts.getAsDouble())
                : peakPerTdp.times(tdpWatts.getAsDouble() * accelerators);
        return Optional.of(new ServerPower(peak.times(idlePerPeak), peak.times(typicalPerPeak), peak, Origin.DERIVED,
                Origin.DERIVED, maximumWatts.isPresent() ? Origin.PUBLISHED : Origin.DERIVED));
    }
}
