package dev.llmplanner.engine.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;

/** Random fleets, price books and plants from a seed. */
final class Fleets {
    private final Random random;

    Fleets(long seed) {
        random = new Random(seed);
    }

    Range range(double most) {
        double a = random.nextDouble() * most;
        double b = random.nextDouble() * most;
        double c = random.nextDouble() * most;
        double low = Math.min(a, Math.min(b, c));
        double high = Math.max(a, Math.max(b, c));
        return new Range(low, a + b + c - low - high < low ? low : Math.min(high, a + b + c - low - high), high);
    }

    boolean chance() {
        return random.nextBoolean();
    }

    ServerFacts server() {
        int accelerators = 1 + random.nextInt(16);
        Range peak = range(20_000).plus(Range.of(100));
        return new ServerFacts("server", ServerFacts.Scope.values()[random.nextInt(3)], "gpu", accelerators,
                accelerators * (1 + random.nextInt(2)),
                chance() ? Optional.of(new ServerPower(chance() ? Optional.of(peak.times(0.2)) : Optional.empty(),
                        peak.times(0.7), peak, Origin.DERIVED, Origin.PUBLISHED)) : Optional.empty(),
                chance() ? OptionalInt.of(1 + random.nextInt(12)) : OptionalInt.empty(),
                random.nextInt(6) == 0 ? OptionalInt.of(1 + random.nextInt(3)) : OptionalInt.empty(),
                Optional.empty(), random.nextInt(12), chance(), List.of(new ServerFacts.Included("gift", 2)));
    }

    Fleet fleet(int servers) {
        Optional<FabricFacts.Parts> parts = random.nextInt(4) == 0 ? Optional.empty()
                : Optional.of(new FabricFacts.Parts("switch", 64, random.nextDouble() * 3000, 1 + random.nextInt(3),
                        chance() ? Optional.of(new FabricFacts.Optics("twin", 2, "single")) : Optional.empty(), "cable"));
        return new Fleet(server(), servers, chance() ? Optional.of(new FabricFacts("fabric", parts)) : Optional.empty(),
                chance() ? List.of("free", "paid", "gift") : List.of(),
                chance() ? OptionalDouble.of(random.nextDouble() * 1e13) : OptionalDouble.empty());
    }

    /** Each part with a price, or without. */
    PriceBook book(double known, boolean bothCurrencies) {
        List<Price> prices = new ArrayList<>();
        for (PartClass part : PartClass.values()) {
            for (String id : List.of("server", "gpu", "switch", "twin", "single", "cable", "fabric", "free", "paid", "gift",
                    Price.ANY)) {
                if (random.nextDouble() < known) {
                    prices.add(price(part, id, bothCurrencies && chance() ? Currency.CNY : Currency.USD));
                }
            }
        }
        return new PriceBook(prices);
    }

    private Price price(PartClass part, String id, Currency currency) {
        PriceUnit unit = part.units().get(random.nextInt(part.units().size()));
        Range amount = unit == PriceUnit.FACTOR ? range(1).plus(Range.of(1)) : range(unit.isMoney() ? 100_000 : 0.3);
        return new Price(part, id, unit, amount, unit.isMoney() ? Optional.of(currency) : Optional.empty(), "2026",
                "made up", Origin.PUBLISHED, "list", Optional.empty());
    }

    Plant plant(Exchange exchange) {
        return new Plant(chance() ? Currency.USD : Currency.CNY, exchange, 3 + random.nextInt(3), random.nextDouble() * 0.3,
                20_000 + random.nextInt(100_000), 42,
                chance() ? OptionalDouble.of(random.nextDouble() * 5) : OptionalDouble.empty(), random.nextDouble(), chance());
    }
}
