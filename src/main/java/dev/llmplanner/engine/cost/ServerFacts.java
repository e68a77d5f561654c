package dev.llmplanner.engine.cost;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What costs depend on of one server, the unit that is bought.
 *
 * @param id            catalog id of the server; of a generic node {@code <accelerator>*<count>}
 * @param scope         what a price of that id buys
 * @param acceleratorId catalog id of its accelerator
 * @param accelerators  packages in it, as they are bought, licensed and rented
 * @param gpus          devices that software sees; a package may hold two
 * @param power         absent where neither the server's nor the accelerator's is published
 * @param rackUnits     height; absent where it isn't published
 * @param racks         racks that it fills by itself; absent for what stands in a rack
 * @param cooling       absent where it isn't published
 * @param ports         to the network between servers; one per accelerator where the record names none
 * @param portsKnown    whether the record names them
 * @param included      software that comes with its accelerators
 */
public record ServerFacts(
        String id,
        Scope scope,
        String acceleratorId,
        int accelerators,
        int gpus,
        Optional<ServerPower> power,
        OptionalInt rackUnits,
        OptionalInt racks,
        Optional<Cooling> cooling,
        int ports,
        boolean portsKnown,
        List<Included> included) {

    /** What a price of a record buys. */
    public enum Scope {
        /** The whole system, adapters included. */
        COMPLETE,
        /** Accelerators on their board: a host and adapters come on top. */
        BOARD,
        /** No record: accelerators in a node of no particular maker. */
        GENERIC
    }

    /**
     * Software that is paid with the accelerators.
     *
     * @param softwareId catalog id
     * @param years      that it is paid for
     */
    public record Included(String softwareId, double years) {}

    public ServerFacts {
        included = List.copyOf(included);
        if (accelerators < 1 || gpus < accelerators || ports < 0) {
            throw new IllegalArgumentException(id + ": accelerators " + accelerators + ", gpus " + gpus + ", ports " + ports);
        }
    }
}
