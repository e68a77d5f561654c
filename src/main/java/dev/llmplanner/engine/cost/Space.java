package dev.llmplanner.engine.cost;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Room that the fleet takes.
 *
 * <p>A rack takes {@code min(floor(rackUnits / serverUnits), floor(rackWatts / serverPeak))} servers, at typical peak power.
 * Switches go where a rack of servers has units and watts left, else into racks of their own. A system that fills racks by
 * itself takes those; its switches stand in racks of their own.
 *
 * @param rackUnits        of servers and switches; absent where a server's height isn't published
 * @param racks            absent where the server's height or power is unknown, or one server is beyond a rack
 * @param racksAtLeast     what the known facts ask for; equals {@code racks} where that is known
 * @param limit            what keeps a rack from taking one more server
 * @param exceedsRack      one server, or one rack of a system, is higher or draws more than a rack may
 */
public record Space(OptionalInt rackUnits, OptionalInt racks, int racksAtLeast, Limit limit, boolean exceedsRack) {

    /** More servers than a rack could take by what is known. */
    private static final int MANY = 1_000_000;

    /** What fills a rack first. */
    public enum Limit {
        UNITS,
        WATTS,
        /** The system is a rack, or several. */
        OWN_RACK,
        UNKNOWN
    }

    static Space of(Fleet fleet, NetworkPlan network, Plant plant) {
        ServerFacts server = fleet.server();
        Switches switches = new Switches(network.switches(),
                fleet.fabric().flatMap(FabricFacts::parts).map(FabricFacts.Parts::switchRackUnits).orElse(1),
                fleet.fabric().flatMap(FabricFacts::parts).map(FabricFacts.Parts::switchWatts).orElse(0.0), plant);
        OptionalDouble watts = server.power().isPresent()
                ? OptionalDouble.of(server.power().get().peakWatts().typical()) : OptionalDouble.empty();
        if (server.racks().isPresent()) {
            int own = server.racks().getAsInt() * fleet.servers();
            boolean exceeds = watts.isPresent() && watts.getAsDouble() > server.racks().getAsInt() * plant.rackWatts();
            int racks = own + switches.racks();
            return new Space(OptionalInt.empty(), OptionalInt.of(racks), racks, Limit.OWN_RACK, exceeds);
        }
        OptionalInt units = server.rackUnits().isPresent()
                ? OptionalInt.of(server.rackUnits().getAsInt() * fleet.servers() + switches.units()) : OptionalInt.empty();
        int byUnits = server.rackUnits().isPresent() ? plant.rackUnits() / server.rackUnits().getAsInt() : MANY;
        int byWatts = watts.isPresent() ? (int) Math.min(MANY, plant.rackWatts() / watts.getAsDouble()) : MANY;
        int each = Math.min(byUnits, byWatts);
        if (each == 0) {
            return new Space(units, OptionalInt.empty(), fleet.servers(), Limit.UNKNOWN, true);
        }
        int full = fleet.servers() / each;
        int last = fleet.servers() % each;
        int height = server.rackUnits().orElse(0);
        int room = full * switches.fit(plant.rackUnits() - each * height, plant.rackWatts() - each * watts.orElse(0))
                + (last == 0 ? 0
                        : switches.fit(plant.rackUnits() - last * height, plant.rackWatts() - last * watts.orElse(0)));
        int racks = full + (last == 0 ? 0 : 1) + switches.racks(Math.max(0, network.switches() - room));
        boolean known = server.rackUnits().isPresent() && watts.isPresent();
        return new Space(units, known ? OptionalInt.of(racks) : OptionalInt.empty(), racks,
                !known ? Limit.UNKNOWN : byWatts < byUnits ? Limit.WATTS : Limit.UNITS, false);
    }

    private record Switches(int count, int unitsEach, double wattsEach, Plant plant) {

        int units() {
            return count * unitsEach;
        }

        int fit(int units, double watts) {
            int byUnits = units / unitsEach;
            return wattsEach > 0 ? (int) Math.min(byUnits, watts / wattsEach) : byUnits;
        }

        int racks() {
            return racks(count);
        }

        int racks(int switches) {
            int each = Math.max(1, fit(plant.rackUnits(), plant.rackWatts()));
            return (switches + each - 1) / each;
        }
    }
}
