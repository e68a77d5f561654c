package dev.llmplanner.engine.search;

/**
 * Replicas of one size on servers of one size. A replica that is smaller than a server stays inside one; a larger one has
 * whole servers of its own.
 *
 * @param gpusPerServer  ≥ 1
 * @param gpusPerReplica ≥ 1
 */
public record Placement(int gpusPerServer, int gpusPerReplica) {

    public Placement {
        if (gpusPerServer < 1 || gpusPerReplica < 1) {
            throw new IllegalArgumentException("gpusPerServer " + gpusPerServer + ", gpusPerReplica " + gpusPerReplica);
        }
    }

    /** Replicas in one server; 1 where a replica spans servers. */
    public int replicasPerServer() {
        return Math.max(1, gpusPerServer / gpusPerReplica);
    }

    /** Servers of one replica; 1 where several share one. */
    public int serversPerReplica() {
        return (gpusPerReplica + gpusPerServer - 1) / gpusPerServer;
    }

    /** The fewest servers that hold so many replicas. */
    public int servers(int replicas) {
        int each = replicasPerServer();
        return (replicas + each - 1) / each * serversPerReplica();
    }

    /** The most replicas that so many servers hold. */
    public int replicas(int servers) {
        return servers / serversPerReplica() * replicasPerServer();
    }
}
