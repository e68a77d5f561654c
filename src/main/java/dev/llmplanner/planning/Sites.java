package dev.llmplanner.planning;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.screening.Recommendable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of servers that a request may buy, and those that its filters leave out. */
final class Sites {

    /** Ethernet between servers, by rising rate. */
    private static final List<String> ETHERNET = List.of("roce-100", "roce-200", "roce-400", "roce-800");

    private final Catalog catalog;
    private final SearchRequest.Purchasable asked;

    Sites(Catalog catalog, SearchRequest.Purchasable asked) {
        this.catalog = catalog;
        this.asked = asked;
    }

    /** A site, and what keeps it from being searched. */
    record Choice(Site site, Optional<Constraint> refused) {}

    /** In the order of the catalog, named ones first. */
    List<Choice> choices() {
        boolean named = !asked.servers().isEmpty() || !asked.accelerators().isEmpty();
        List<Choice> choices = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String id : asked.servers()) {
            add(catalog.server(id).orElseThrow(), named, seen, choices);
        }
        for (String id : asked.accelerators()) {
            AcceleratorEntry device = catalog.accelerator(id).orElseThrow();
            List<ServerEntry> holding = asked.genericNodes() ? List.of() : holding(id);
            holding.forEach(server -> add(server, true, seen, choices));
            if (holding.stream().noneMatch(Recommendable::server)) {
                Site site = new Site(Optional.empty(), device, asked.nodeGpus() * device.devicesPerPackage(), genericFabric());
                choices.add(new Choice(site, refusal(site, true)));
            }
        }
        if (!named) {
            catalog.servers().forEach(server -> add(server, false, seen, choices));
        }
        return choices;
    }

    private List<ServerEntry> holding(String acceleratorId) {
        List<ServerEntry> holding = new ArrayList<>();
        for (ServerEntry server : catalog.servers()) {
            if (server.acceleratorId().equals(acceleratorId)) {
                holding.add(server);
            }
        }
        return holding;
    }

    private void add(ServerEntry server, boolean named, Set<String> seen, List<Choice> choices) {
        if (seen.add(server.id())) {
            AcceleratorEntry device = catalog.accelerator(server.acceleratorId()).orElseThrow();
            Site site = new Site(Optional.of(server), device, server.acceleratorCount() * device.devicesPerPackage(),
                    fabric(server));
            choices.add(new Choice(site, refusal(site, named)));
        }
    }

    private Optional<Constraint> refusal(Site site, boolean named) {
        if (site.server().isPresent() && !Recommendable.server(site.server().get())) {
            return Optional.of(Constraint.RECOMMENDABLE);
        }
        if (!named && !asked.availability().contains(site.accelerator().status())) {
            return Optional.of(Constraint.AVAILABILITY);
        }
        if (!asked.vendors().isEmpty() && !asked.vendors().contains(site.accelerator().vendor())) {
            return Optional.of(Constraint.VENDOR);
        }
        boolean elsewhere = !asked.countries().isEmpty()
                && !site.accelerator().vendorCountry().map(asked.countries()::contains).orElse(false);
        return elsewhere ? Optional.of(Constraint.COUNTRY) : Optional.empty();
    }

    private Optional<FabricEntry> genericFabric() {
        return asked.fabric().flatMap(catalog::fabric);
    }

    /** What was asked for, else Ethernet with the rate that the server's compute cards give each device. */
    private Optional<FabricEntry> fabric(ServerEntry server) {
        if (asked.fabric().isPresent()) {
            return genericFabric();
        }
        double rate = 0;
        for (ServerEntry.Nic nic : server.nics()) {
            if (nic.role().contains("compute") || nic.role().contains("scale-out")) {
                rate += nic.count() * nic.bytesPerSecondPerDirectionEach().orElse(0);
            }
        }
        double each = rate / server.acceleratorCount();
        Optional<FabricEntry> fabric = Optional.empty();
        for (String id : ETHERNET) {
            Optional<FabricEntry> faster = catalog.fabric(id);
            if (faster.isPresent() && faster.get().bytesPerSecondPerDirection().orElse(Double.POSITIVE_INFINITY) <= each) {
                fabric = faster;
            }
        }
        return fabric;
    }
}
