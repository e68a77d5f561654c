package dev.llmplanner.build.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prices of plant and software stand in the unit of their part, in a currency exactly where that is money, and in a plausible
 * range. Ranges are wide: they hold units, not taste. An exchange rate has rates and no prices, any other part the reverse.
 */
public final class PlantPriceRule implements Rule {

    /** What one part is paid by, and the least and greatest plausible amount in dollars, or of a share or factor. */
    private record Unit(String code, double least, double greatest) {}

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("switch", new Unit("piece", 500, 1_000_000)),
            Map.entry("transceiver", new Unit("piece", 20, 20_000)),
            Map.entry("cable", new Unit("piece", 20, 20_000)),
            Map.entry("adapter", new Unit("piece", 100, 20_000)),
            Map.entry("host", new Unit("piece", 100, 100_000)),
            Map.entry("storage", new Unit("terabyte", 10, 5000)),
            Map.entry("rack", new Unit("piece", 200, 50_000)),
            Map.entry("pdu", new Unit("piece", 50, 20_000)),
            Map.entry("spares", new Unit("share", 0, 0.5)),
            Map.entry("support", new Unit("share-year", 0, 0.5)),
            Map.entry("energy", new Unit("kilowatt-hour", 0.005, 1)),
            Map.entry("staff", new Unit("person-year", 5000, 1_000_000)),
            Map.entry("colocation", new Unit("kilowatt-month", 20, 1000)),
            Map.entry("pue", new Unit("factor", 1, 3)),
            Map.entry("software", new Unit("piece-year", 0, 50_000)));

    private static final String RATE = "exchange-rate";
    private static final double LEAST_CNY_PER_USD = 1;
    private static final double MOST_CNY_PER_USD = 20;
    private static final Set<String> NO_MONEY = Set.of("share", "share-year", "factor");

    @Override
    public List<Finding> check(CatalogFile file, Catalog catalog) {
        List<Finding> findings = new ArrayList<>();
        if (file.kind() == CatalogKind.PLANT || file.kind() == CatalogKind.SOFTWARE) {
            String part = file.kind() == CatalogKind.SOFTWARE ? "software" : file.string("/part").orElse("");
            for (int i = 0; file.at("/prices/" + i).isPresent(); i++) {
                price(file, "/prices/" + i, UNITS.get(part), findings);
            }
            rates(file, part.equals(RATE), findings);
        }
        return findings;
    }

    private static void rates(CatalogFile file, boolean wanted, List<Finding> findings) {
        if (file.at("/rates").isPresent() != wanted) {
            findings.add(file.finding("/rates", wanted ? "an exchange rate needs its rates" : "only an exchange-rate has rates",
                    wanted ? "Write cnyPerUsd, date and source." : "Remove the key."));
        }
        for (int i = 0; wanted && file.at("/rates/" + i).isPresent(); i++) {
            String at = "/rates/" + i + "/cnyPerUsd";
            double rate = file.number(at).orElse(LEAST_CNY_PER_USD);
            if (rate < LEAST_CNY_PER_USD || rate > MOST_CNY_PER_USD) {
                findings.add(file.finding(at, "plausible is " + Text.number(LEAST_CNY_PER_USD) + " to "
                        + Text.number(MOST_CNY_PER_USD), "Write yuan for a dollar, not dollars for a yuan."));
            }
        }
    }

    private static void price(CatalogFile file, String at, Unit unit, List<Finding> findings) {
        if (unit == null) {
            findings.add(file.finding(at, "such a part has no price", "Remove it."));
            return;
        }
        if (!file.string(at + "/unit").orElse("").equals(unit.code())) {
            findings.add(file.finding(at + "/unit", "that part is paid by " + unit.code(), "Write " + unit.code() + "."));
        }
        boolean money = !NO_MONEY.contains(unit.code());
        if (file.at(at + "/currency").isPresent() != money) {
            findings.add(file.finding(at + "/currency", money ? "an amount needs a currency" : "a share has no currency",
                    money ? "Write USD or CNY." : "Remove the key."));
        }
        double most = unit.greatest() * (file.string(at + "/currency").orElse("").equals("CNY") ? MOST_CNY_PER_USD : 1);
        for (String member : List.of("/low", "/typical", "/high")) {
            double value = file.number(at + member).orElse(unit.least());
            if (value < unit.least() || value > most) {
                findings.add(file.finding(at + member, "plausible is " + Text.number(unit.least()) + " to "
                        + Text.number(most), "Check the unit, " + unit.code() + "."));
            }
        }
    }
}
