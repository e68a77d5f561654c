package dev.llmplanner.engine.cost;

import java.util.Optional;

/**
 * Switches and links that join the ports of all servers without oversubscription.
 *
 * <p>Up to {@code switchPorts} ports one switch does. Beyond, half of a leaf's ports go down and half up:
 * {@code leaves = ceil(ports / (switchPorts / 2))}. With two tiers the uplinks of a leaf spread evenly, so the spines are the
 * least divisor of {@code switchPorts / 2} that is ≥ {@code leaves / 2}. Beyond {@code switchPorts² / 2} ports, each leaf has a spine and {@code ceil(leaves / 2)} switches form the core, up to
 * {@code switchPorts³ / 4} ports. NVIDIA's DGX SuperPOD tables for B200 and B300 have the same counts.
 *
 * @param leaves      switches that servers are plugged into
 * @param spines      switches above the leaves; 0 with one leaf
 * @param cores       switches above the spines; 0 with two tiers
 * @param serverLinks from adapters to leaves
 * @param switchLinks between switches
 */
public record NetworkPlan(int leaves, int spines, int cores, int serverLinks, int switchLinks) {

    /** No network. */
    public static final NetworkPlan NONE = new NetworkPlan(0, 0, 0, 0, 0);

    public int switches() {
        return leaves + spines + cores;
    }

    /** Cables. */
    public int links() {
        return serverLinks + switchLinks;
    }

    /** Switch ports in use: one for a server's link, two for one between switches. */
    public int switchPortsUsed() {
        return serverLinks + 2 * switchLinks;
    }

    /**
     * The network of so many ports.
     *
     * @param ports       of all servers, ≥ 1
     * @param switchPorts of one switch, even, ≥ 2
     * @return empty beyond three tiers
     */
    public static Optional<NetworkPlan> of(int ports, int switchPorts) {
        if (ports <= switchPorts) {
            return Optional.of(new NetworkPlan(1, 0, 0, ports, 0));
        }
        int half = switchPorts / 2;
        int leaves = ceil(ports, half);
        if (leaves <= switchPorts) {
            int spines = ceil(leaves, 2);
            while (half % spines != 0) {
                spines++;
            }
            return Optional.of(new NetworkPlan(leaves, spines, 0, ports, leaves * half));
        }
        if (leaves > switchPorts * half) {
            return Optional.empty();
        }
        return Optional.of(new NetworkPlan(leaves, leaves, ceil(leaves, 2), ports, 2 * leaves * half));
    }

    private static int ceil(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
