package dev.llmplanner.engine.search;

/**
 * Replicas and servers that carry a demand, and those that may fail.
 *
 * <p>{@code needed = ceil(demand / capacity)}, where a capacity within 10⁻⁹ of a whole share counts as one. With s spare
 * servers, replicas run on these too; with any s servers lost, the rest regroups and still holds {@code needed}.
 *
 * @param placement    of replicas on servers
 * @param needed       replicas that carry the demand within the limits
 * @param replicas     that run while nothing has failed
 * @param servers      bought, spare ones included
 * @param spareServers of these
 */
public record Sizing(Placement placement, int needed, int replicas, int servers, int spareServers) {

    /** Demands beyond that many replicas are no plan. */
    public static final int MOST_REPLICAS = 1_000_000;

    private static final double NEAR = 1e-9;

    /**
     * The fewest.
     *
     * @param demand   &gt; 0
     * @param capacity of one replica, in the demand's unit, &gt; 0
     */
    public static Sizing of(double demand, double capacity, Placement placement, int spareServers) {
        int needed = replicas(demand, capacity);
        int carrying = placement.servers(needed);
        int servers = carrying + spareServers;
        int onSpares = Math.max(0, placement.replicas(servers) - placement.replicas(carrying));
        return new Sizing(placement, needed, needed + onSpares, servers, spareServers);
    }

    /** Replicas of that capacity for that demand. */
    public static int replicas(double demand, double capacity) {
        double share = demand / capacity;
        if (!(share < MOST_REPLICAS)) {
            return MOST_REPLICAS;
        }
        return Math.max(1, (int) Math.ceil(share - NEAR * share));
    }

    /** GPUs of the replicas that carry the demand. */
    public int gpusNeeded() {
        return needed * placement.gpusPerReplica();
    }

    /** Replicas that are left with that many servers lost. */
    public int replicasWithout(int lost) {
        return Math.min(replicas, placement.replicas(Math.max(0, servers - lost)));
    }
}
