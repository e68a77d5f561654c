package dev.llmplanner.engine.cost;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is bought: servers of one kind, their network, their software.
 *
 * @param server       the unit that is bought
 * @param servers      how many, spare ones included; ≥ 1
 * @param fabric       network between them; absent where there is none: one server, or no traffic between servers
 * @param software     catalog ids of licensed software, each for every accelerator
 * @param storageBytes weights and images to be kept beside the servers; absent where nothing is to be bought
 */
public record Fleet(
        ServerFacts server,
        int servers,
        Optional<FabricFacts> fabric,
        List<String> software,
        OptionalDouble storageBytes) {

    public Fleet {
        if (servers < 1) {
            throw new IllegalArgumentException("servers " + servers);
        }
        software = List.copyOf(software);
    }

    /** Accelerators in all of them, as they are bought. */
    public int accelerators() {
        return server.accelerators() * servers;
    }
}
