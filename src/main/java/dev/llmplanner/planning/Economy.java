package dev.llmplanner.planning;

import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.catalog.PriceChoice;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.CostModel;
import dev.llmplanner.engine.cost.FabricFacts;
import dev.llmplanner.engine.cost.Fleet;
import dev.llmplanner.engine.cost.Lack;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.ServerFacts;
import dev.llmplanner.engine.cost.Total;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What servers of a site cost under the request's prices. Remembers what it was asked. */
final class Economy {

    private static final List<PartClass> SERVERS = List.of(PartClass.SERVER, PartClass.ACCELERATOR, PartClass.HOST);
    private static final List<PartClass> NETWORK =
            List.of(PartClass.ADAPTER, PartClass.SWITCH, PartClass.TRANSCEIVER, PartClass.CABLE);

    private final SearchRequest request;
    private final PlantCatalog facts;
    private final CostModel model;
    private final Map<String, ServerFacts> servers = new LinkedHashMap<>();
    private final Map<String, FabricFacts> fabrics = new LinkedHashMap<>();

    Economy(SearchRequest request, PlantCatalog facts) {
        this.request = request;
        this.facts = facts;
        this.model = new CostModel(facts.prices(PriceChoice.USUAL).with(request.prices()), request.plant());
    }

    /**
     * So many servers of that kind.
     *
     * @param joined whether replicas span them, so that a network is bought
     */
    Cost of(Site site, int count, boolean joined) {
        return model.of(new Fleet(server(site), count, joined ? site.fabric().map(this::fabric) : Optional.empty(),
                request.software(), request.storageBytes()));
    }

    private ServerFacts server(Site site) {
        String key = site.server().isPresent() ? site.id() : "node " + site.id();
        ServerFacts known = servers.get(key);
        if (known == null) {
            known = site.server().isPresent()
                    ? facts.server(site.server().get(), site.accelerator())
                    : facts.generic(site.accelerator(), site.gpus() / site.accelerator().devicesPerPackage());
            servers.put(key, known);
        }
        return known;
    }

    private FabricFacts fabric(FabricEntry fabric) {
        return fabrics.computeIfAbsent(fabric.id(), facts::fabric);
    }

    /** Whether the sum holds the servers themselves; without them it says nothing about a plan. */
    static boolean knowsServers(Total total) {
        for (Lack lack : total.lacks()) {
            if (SERVERS.contains(lack.part())) {
                return false;
            }
        }
        return true;
    }

    /**
     * What keeps a budget from being judged: servers and the network between them. Racks, power distribution, spare parts
     * and storage are small beside these; a total names them where it lacks them, and is judged without.
     */
    static List<Lack> decisive(Total total) {
        List<Lack> decisive = new ArrayList<>();
        for (Lack lack : total.lacks()) {
            if (SERVERS.contains(lack.part()) || NETWORK.contains(lack.part())) {
                decisive.add(lack);
            }
        }
        return decisive;
    }
}
