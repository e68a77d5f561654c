package dev.llmplanner.engine.cost;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Power of a server whose maker doesn't print it, from figures of those that do.
 *
 * <p>{@code peak = tdp × accelerators × peakPerTdp} where no maximum is published; {@code typical = peak × typicalPerPeak};
 * {@code idle = peak × idlePerPeak}. The factors are data: docs/model/power.md says which systems they come from.
 *
 * @param peakPerTdp     peak of a server over the thermal design power of its accelerators; absent where no server
 *                       publishes both
 * @param typicalPerPeak while it serves, over its peak, ≤ 1
 * @param idlePerPeak    idle, over its peak; absent where nobody measured it
 */
public record PowerRule(Optional<Range> peakPerTdp, Range typicalPerPeak, Optional<Range> idlePerPeak) {

    /**
     * What such a server draws.
     *
     * @param maximumWatts of the whole server as its maker prints it
     * @param tdpWatts     of one accelerator package
     * @param accelerators packages in it
     * @return empty where neither is published
     */
    public Optional<ServerPower> of(OptionalDouble maximumWatts, OptionalDouble tdpWatts, int accelerators) {
        if (maximumWatts.isPresent()) {
            return Optional.of(power(Range.of(maximumWatts.getAsDouble()), Origin.PUBLISHED));
        }
        if (tdpWatts.isEmpty()) {
            return Optional.empty();
        }
        return peakPerTdp.map(factor -> power(factor.times(tdpWatts.getAsDouble() * accelerators), Origin.DERIVED));
    }

    private ServerPower power(Range peak, Origin origin) {
        return new ServerPower(
                idlePerPeak.map(peak::times), peak.times(typicalPerPeak), peak, Origin.DERIVED, origin);
    }
}
