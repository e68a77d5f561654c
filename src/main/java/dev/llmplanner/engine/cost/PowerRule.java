package dev.llmplanner.engine.cost;

import java.util.Optional;

/**
 * What a server draws while it serves and while it idles, from the most that it draws: {@code typical = peak × typicalPerPeak},
 * {@code idle = peak × idlePerPeak}. The factors are data: docs/model/power.md says which measurements they come from.
 *
 * @param typicalPerPeak while it serves, over its peak, ≤ 1
 * @param idlePerPeak    idle, over its peak; absent where nobody measured it
 */
public record PowerRule(Range typicalPerPeak, Optional<Range> idlePerPeak) {

    /**
     * The power of such a server.
     *
     * @param peakWatts of the whole server
     * @param origin    of that figure
     */
    public ServerPower of(Range peakWatts, Origin origin) {
        return new ServerPower(idlePerPeak.map(peakWatts::times), peakWatts.times(typicalPerPeak), peakWatts, Origin.DERIVED,
                origin);
    }
}
