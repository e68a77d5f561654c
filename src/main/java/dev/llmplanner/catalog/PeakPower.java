package dev.llmplanner.catalog;

import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.cost.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The most that servers draw: what their maker prints, else their accelerators' thermal design power times a factor. The
 * factor is the least, median and greatest of the catalog's servers that publish both; racks have one of their own, for their
 * hosts are lighter.
 */
public final class PeakPower {
    private final Optional<Range> perTdpOfServers;
    private final Optional<Range> perTdpOfRacks;

    /** The rule that these records give. A reader's own records don't count in it. */
    public PeakPower(Catalog catalog) {
        perTdpOfServers = perTdp(catalog, false);
        perTdpOfRacks = perTdp(catalog, true);
    }

    /**
     * A greatest power, at the plugs.
     *
     * @param origin published or derived
     */
    public record Peak(Range watts, Origin origin) {}

    /** Of that server with those accelerators; empty where neither power is published. */
    public Optional<Peak> of(ServerEntry server, AcceleratorEntry accelerator) {
        if (server.maxPowerWatts().isPresent()) {
            return Optional.of(new Peak(Range.of(server.maxPowerWatts().getAsDouble()), Origin.PUBLISHED));
        }
        return derived(accelerator, server.acceleratorCount(), isRack(server));
    }

    /** Of so many accelerators in a node of no particular maker. */
    public Optional<Peak> generic(AcceleratorEntry accelerator, int count) {
        return derived(accelerator, count, false);
    }

    /** Peak of a server, or of a rack system, over the power of its accelerators. */
    public Optional<Range> perTdp(boolean rack) {
        return rack ? perTdpOfRacks : perTdpOfServers;
    }

    private Optional<Peak> derived(AcceleratorEntry accelerator, int count, boolean rack) {
        return accelerator.tdpWatts().isEmpty() ? Optional.empty() : perTdp(rack).map(factor ->
                new Peak(factor.times(accelerator.tdpWatts().getAsDouble() * count), Origin.DERIVED));
    }

    private static Optional<Range> perTdp(Catalog catalog, boolean rack) {
        List<Double> factors = new ArrayList<>();
        for (ServerEntry server : catalog.servers()) {
            OptionalDouble tdp = catalog.accelerator(server.acceleratorId()).map(AcceleratorEntry::tdpWatts)
                    .orElse(OptionalDouble.empty());
            if (isRack(server) == rack && !server.id().startsWith(Catalog.OWN) && server.maxPowerWatts().isPresent()
                    && tdp.isPresent()) {
                factors.add(server.maxPowerWatts().getAsDouble() / (tdp.getAsDouble() * server.acceleratorCount()));
            }
        }
        if (factors.isEmpty()) {
            return Optional.empty();
        }
        factors.sort(Double::compare);
        int last = factors.size() - 1;
        double median = (factors.get(last / 2) + factors.get((last + 1) / 2)) / 2;
        return Optional.of(new Range(factors.get(0), median, factors.get(last)));
    }

    private static boolean isRack(ServerEntry server) {
        return server.kind().equals("rack") || server.kind().equals("superpod");
    }
}
