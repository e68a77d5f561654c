package dev.llmplanner.engine.cost;

import java.util.OptionalDouble;

/**
 * Where and how long the fleet runs. What is absent is not asked for, or lacks in the total: see each.
 *
 * @param currency              totals stand in it
 * @param exchange              to bring prices of the other currency into it
 * @param years                 that the fleet is kept, 1 to 10
 * @param residualShare         of the purchase, what it is still worth at the end, 0 to 1
 * @param rackWatts             most that a rack may draw
 * @param rackUnits             usable units of a rack
 * @param administrators        people who run it, full-time equivalents; absent: staff lacks in the total
 * @param busyFraction          share of the time that servers draw their typical power; idle power in the rest, 0 to 1
 * @param colocated             racks stand in somebody else's building, which is paid per kW and month
 */
public record Plant(
        Currency currency,
        Exchange exchange,
        double years,
        double residualShare,
        double rackWatts,
        int rackUnits,
        OptionalDouble administrators,
        double busyFraction,
        boolean colocated) {

    /** 42 units are the usual rack; 40 kW is an input that everybody has to set. */
    public static final Plant DEFAULT = new Plant(Currency.USD, Exchange.NONE, 4, 0, 40_000, 42, OptionalDouble.empty(), 1, false);

    public Plant {
        if (!(years >= 1 && years <= 10) || !(residualShare >= 0 && residualShare <= 1)
                || !(rackWatts > 0) || rackUnits < 1 || !(busyFraction >= 0 && busyFraction <= 1)) {
            throw new IllegalArgumentException("years " + years + ", residualShare " + residualShare + ", rackWatts "
                    + rackWatts + ", rackUnits " + rackUnits + ", busyFraction " + busyFraction);
        }
    }
}
