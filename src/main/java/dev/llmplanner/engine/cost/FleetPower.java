package dev.llmplanner.engine.cost;

import java.util.Optional;

/**
 * What the fleet draws, servers and switches. A switch counts with its greatest power at all times.
 *
 * @param idleWatts    at the plugs, without requests; absent where the servers' isn't known
 * @param typicalWatts at the plugs, while it serves
 * @param peakWatts    at the plugs, at most
 * @param origin       of the peak
 * @param pue          what the building draws for each watt at the plugs; absent where nobody said
 */
public record FleetPower(
        Optional<Range> idleWatts, Range typicalWatts, Range peakWatts, Origin origin, Optional<Price> pue) {

    static Optional<FleetPower> of(Fleet fleet, NetworkPlan network, Optional<Price> pue) {
        Range switches = Range.of(fleet.fabric().flatMap(FabricFacts::parts)
                .map(parts -> parts.switchWatts() * network.switches()).orElse(0.0));
        return fleet.server().power().map(server -> new FleetPower(
                server.idleWatts().map(idle -> idle.times(fleet.servers()).plus(switches)),
                server.typicalWatts().times(fleet.servers()).plus(switches),
                server.peakWatts().times(fleet.servers()).plus(switches),
                server.peakOrigin(), pue));
    }

    /**
     * Mean over time. Where idle power isn't known, servers draw their typical power all the time.
     *
     * @param busyFraction share of the time at typical power, idle in the rest
     */
    public Range meanWatts(double busyFraction) {
        return typicalWatts.times(busyFraction).plus(idleWatts.orElse(typicalWatts).times(1 - busyFraction));
    }

    /** What the building draws at most; empty without a PUE. */
    public Optional<Range> facilityPeakWatts() {
        return pue.map(factor -> peakWatts.times(factor.amount()));
    }
}
