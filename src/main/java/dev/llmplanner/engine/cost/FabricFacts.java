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
     * @param switchId             catalog id of the switch
     * @param switchPorts          ports at the fabric's rate, even, ≥ 2
     * @param switchWatts          most that one switch draws
     * @param switchRackUnits      height of one
     * @param transceiverId        catalog id of the transceiver at a switch
     * @param portsPerTransceiver  ports that it serves
     * @param adapterTransceiverId catalog id of the transceiver at an adapter, one a port
     * @param cableId              catalog id of the cable, one a link
     */
    public record Parts(
            String switchId,
            int switchPorts,
            double switchWatts,
            int switchRackUnits,
            String transceiverId,
            int portsPerTransceiver,
            String adapterTransceiverId,
            String cableId) {

        public Parts {
            if (switchPorts < 2 || switchPorts % 2 != 0 || portsPerTransceiver < 1 || switchRackUnits < 1) {
                throw new IllegalArgumentException("switch " + switchId + " of " + switchPorts + " ports, "
                        + switchRackUnits + " rack units, " + portsPerTransceiver + " ports a transceiver");
            }
        }
    }
}
