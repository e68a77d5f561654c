package dev.llmplanner.contract;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.hardware.Link;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The devices that a request names, and how they are joined.
 *
 * @param accelerator of the catalog, or the user's own
 * @param inline      whether it is the user's own
 * @param server      absent where the request names an accelerator
 * @param nodes       servers; 1 without a server
 * @param fabric      between nodes
 */
public record Hardware(
        AcceleratorEntry accelerator,
        boolean inline,
        Optional<ServerEntry> server,
        int nodes,
        Optional<FabricEntry> fabric) {

    /** Devices that usually share a host. */
    private static final int USUAL_NODE = 8;

    /** The same hosts and fabric around another device of the catalog. */
    Hardware with(AcceleratorEntry other) {
        return new Hardware(other, false, server, nodes, fabric);
    }

    /** Devices in one server, where there is one. */
    public Optional<Integer> gpusPerNode() {
        return server.map(present -> present.acceleratorCount() * accelerator.devicesPerPackage());
    }

    /** Devices of all servers, where the request names servers. */
    public Optional<Integer> gpus() {
        return gpusPerNode().map(perNode -> perNode * nodes);
    }

    /**
     * The links of a replica of {@code gpus}: the scale-up link inside its domain, PCIe where there is none or where the
     * replica is larger than a bridge joins, and the fabric between domains.
     */
    public Interconnect interconnect(int gpus) {
        OptionalDouble fabricRate = fabric.map(FabricEntry::bytesPerSecondPerDirection).orElse(OptionalDouble.empty());
        Optional<Link> scaleUp = accelerator.accelerator().scaleUp();
        int node = gpusPerNode().orElse(USUAL_NODE);
        boolean bridged = scaleUp.isPresent() && scaleUp.get().maxDomain() < Math.min(gpus, node);
        if (scaleUp.isPresent() && !bridged) {
            int domain = server.isPresent() && scaleUp.get().maxDomain() <= USUAL_NODE
                    ? Math.min(node, scaleUp.get().maxDomain())
                    : scaleUp.get().maxDomain();
            return new Interconnect(
                    OptionalDouble.of(scaleUp.get().bytesPerSecondPerDirection()), domain, fabricRate, false);
        }
        Optional<Link> host = accelerator.accelerator().hostLink();
        return new Interconnect(
                host.map(link -> OptionalDouble.of(link.bytesPerSecondPerDirection())).orElse(OptionalDouble.empty()),
                node,
                fabricRate,
                true);
    }
}
