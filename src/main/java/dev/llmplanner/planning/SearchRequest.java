package dev.llmplanner.planning;

import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.demand.Growth;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.search.Slo;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A search that was read and checked, with defaults filled in.
 *
 * @param echo              the request with every default
 * @param models            ids, or models of the reader's own
 * @param hardware          what may be bought
 * @param engines           empty: those that the device's record lists
 * @param weights           precisions; empty: every published form
 * @param kvCaches          formats; {@code auto} is the engine's own
 * @param modes             aggregated, disaggregated
 * @param maxGpus           of a replica
 * @param demand            at the peak of the planned month
 * @param growth            of the demand
 * @param workload          of an estimate's request, without a load
 * @param outputTokens      true mean, ≥ 1
 * @param inputTokens       true mean
 * @param slo               limits on latency
 * @param contextTokens     longest sequence; absent: prompt and answer
 * @param spareServers      that may fail
 * @param prices            of the reader's own
 * @param plant             where the servers run
 * @param software          licensed for every accelerator
 * @param storageBytes      to be bought
 * @param limit             plans that are listed
 */
public record SearchRequest(
        JsonObject echo,
        List<Json> models,
        Purchasable hardware,
        List<ServingEngine> engines,
        List<String> weights,
        List<String> kvCaches,
        List<String> modes,
        int maxGpus,
        Demand demand,
        Growth growth,
        JsonObject workload,
        double inputTokens,
        double outputTokens,
        double cachedFraction,
        Slo slo,
        OptionalInt contextTokens,
        Budget budget,
        int spareServers,
        List<Price> prices,
        Plant plant,
        List<String> software,
        OptionalDouble storageBytes,
        RankBy rankBy,
        int limit) {

    /**
     * Which hardware may be bought.
     *
     * @param servers      named ones; empty with {@code accelerators} empty: all
     * @param accelerators named ones
     * @param nodeGpus     devices of a generic node
     * @param genericNodes take accelerators as generic nodes even where the catalog has servers
     * @param vendors      empty: all
     * @param countries    empty: all
     * @param availability of devices that aren't named
     * @param fabric       between servers; absent: by the server's own cards
     */
    public record Purchasable(
            List<String> servers,
            List<String> accelerators,
            int nodeGpus,
            boolean genericNodes,
            List<String> vendors,
            List<String> countries,
            List<String> availability,
            Optional<String> fabric) {

        public Purchasable {
            servers = List.copyOf(servers);
            accelerators = List.copyOf(accelerators);
            vendors = List.copyOf(vendors);
            countries = List.copyOf(countries);
            availability = List.copyOf(availability);
        }
    }

    public SearchRequest {
        models = List.copyOf(models);
        engines = List.copyOf(engines);
        weights = List.copyOf(weights);
        kvCaches = List.copyOf(kvCaches);
        modes = List.copyOf(modes);
        prices = List.copyOf(prices);
        software = List.copyOf(software);
    }
}
