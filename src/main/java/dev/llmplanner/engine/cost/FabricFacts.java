package dev.llmplanner.engine.cost;

import java.util.Optional;

/**
 * The network between servers, of parts of one kind each.
 *
 * @param id    catalog id of the fabric
 * @param parts absent where the catalog names no switch for this fabric: the total then lacks it
 */
public record FabricFacts(String id, Optional<Parts> parts) {

    /**
     * What it is built of.
     *
     * @param switchId        catalog id of the switch
     * @param switchPorts     ports at the fabric's rate, even, ≥ 2
     * @param switchWatts     most that one switch draws
     * @param switchRackUnits height of one
     * @param optics          transceivers; absent where cables bring their ends along
     * @param cableId         catalog id of the cable, one a link
     */
    public record Parts(
            String switchId,
            int switchPorts,
            double switchWatts,
            int switchRackUnits,
            Optional<Optics> optics,
            String cableId) {

        public Parts {
            if (switchPorts < 2 || switchPorts % 2 != 0 || switchRackUnits < 1) {
                throw new IllegalArgumentException("switch " + switchId + " of " + switchPorts + " ports, "
                        + switchRackUnits + " rack units");
            }
        }
    }

    /**
     * Transceivers of both ends.
     *
     * @param switchEndId    catalog id of the transceiver at a switch
     * @param portsPerPiece  ports that one at a switch serves, ≥ 1
     * @param adapterEndId   catalog id of the transceiver at an adapter, one a port
     */
    public record Optics(String switchEndId, int portsPerPiece, String adapterEndId) {}
}
