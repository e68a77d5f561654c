package dev.llmplanner.engine.cost;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Costs of fleets under one price book and one plant. Asked again for the same fleet it gives the same object, so that a
 * search may ask for every plan.
 */
public final class CostModel {

    /** Of a year of 365.25 days. */
    public static final double SECONDS_PER_YEAR = 31_557_600;
    /** Of the same year. */
    public static final double HOURS_PER_YEAR = 8766;

    private final PriceBook book;
    private final Plant plant;
    private final Map<Key, Cost> known = new LinkedHashMap<>();

    private record Key(String server, int servers, String fabric, List<String> software, OptionalDouble storageBytes) {}

    /**
     * @param book  the catalog's prices with the reader's laid over them
     * @param plant where and how long the fleet runs
     */
    public CostModel(PriceBook book, Plant plant) {
        this.book = book;
        this.plant = plant;
    }

    /** What that fleet costs. Of two servers with one id the first one asked for counts. */
    public Cost of(Fleet fleet) {
        Key key = new Key(fleet.server().id(), fleet.servers(), fleet.fabric().map(FabricFacts::id).orElse(""),
                fleet.software(), fleet.storageBytes());
        Cost cost = known.get(key);
        if (cost == null) {
            cost = new Bill(book, plant, fleet).cost();
            known.put(key, cost);
        }
        return cost;
    }
}
