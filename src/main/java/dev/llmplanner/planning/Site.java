package dev.llmplanner.planning;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.contract.Hardware;
import java.util.Optional;

/**
 * A kind of server that may be bought.
 *
 * @param server absent for a generic node
 * @param gpus   of one, as software sees them
 * @param fabric between servers; absent where its cards aren't published
 */
public record Site(
        Optional<ServerEntry> server, AcceleratorEntry accelerator, int gpus, Optional<FabricEntry> fabric) {

    /** The id of the server, or of the accelerator in generic nodes. */
    public String id() {
        return server.map(ServerEntry::id).orElse(accelerator.id());
    }

    /** Sites with the same devices and links have the same key: speed and memory don't tell them apart. */
    String devices() {
        return accelerator.id() + " " + gpus + (server.isPresent() ? " server " : " node ")
                + fabric.map(FabricEntry::id).orElse("");
    }

    Hardware hardware() {
        return new Hardware(accelerator, false, server, 1, fabric);
    }
}
