package dev.llmplanner.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostPropertiesTest {
    private static final int CASES = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void moreServersNeverCostLessNorDrawLessNorFillLess(long seed) {
        Fleets fleets = new Fleets(seed);
        for (int i = 0; i < CASES; i++) {
            Fleet one = fleets.fleet(1);
            CostModel model = new CostModel(fleets.book(0.7, true), fleets.plant(Exchange.of(7)));
            Cost before = model.of(one);
            for (int servers : new int[] {2, 3, 5, 8, 9, 17, 40, 41, 300}) {
                Cost cost = model.of(new Fleet(one.server(), servers, one.fabric(), one.software(), one.storageBytes()));
                if (cost.tco().lacks().size() <= before.tco().lacks().size()) {
                    notLess(cost.purchaseTotal().money().amount(), before.purchaseTotal().money().amount());
                    notLess(cost.tco().money().amount(), before.tco().money().amount());
                }
                cost.power().ifPresent(power -> assertThat(power.peakWatts().typical()).isPositive());
                assertThat(cost.space().racksAtLeast()).isGreaterThanOrEqualTo(before.space().racksAtLeast());
                before = cost;
            }
        }
    }

    private static void notLess(Range more, Range than) {
        assertThat(more.low()).isGreaterThanOrEqualTo(than.low() * (1 - 1e-12));
        assertThat(more.typical()).isGreaterThanOrEqualTo(than.typical() * (1 - 1e-12));
        assertThat(more.high()).isGreaterThanOrEqualTo(than.high() * (1 - 1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void totalsAreTheSumsOfTheirLines(long seed) {
        Fleets fleets = new Fleets(seed);
        for (int i = 0; i < CASES; i++) {
            Plant plant = fleets.plant(fleets.chance() ? Exchange.of(7) : Exchange.NONE);
            Cost cost = new CostModel(fleets.book(0.6, true), plant).of(fleets.fleet(1 + i % 50));

            Range bought = sum(cost.purchase(), plant);
            Range yearly = sum(cost.yearly(), plant);
            same(cost.purchaseTotal().money().amount(), bought);
            same(cost.yearlyTotal().money().amount(), yearly);
            same(cost.tco().money().amount(),
                    bought.times(1 - plant.residualShare()).plus(yearly.times(plant.years())));
            same(cost.depreciation().money().amount(), bought.times((1 - plant.residualShare()) / plant.years()));
            assertThat(cost.tco().money().currency()).isEqualTo(plant.currency());
        }
    }

    /** Added up apart from the code: only amounts of the plant's currency, or those that the rate brings into it. */
    private static Range sum(List<Line> lines, Plant plant) {
        double low = 0;
        double typical = 0;
        double high = 0;
        for (Line line : lines) {
            if (line.amount().isPresent()) {
                Money money = line.amount().get();
                OptionalDouble rate = money.currency() == plant.currency() ? OptionalDouble.of(1)
                        : plant.exchange().cnyPerUsd().isEmpty() ? OptionalDouble.empty()
                        : OptionalDouble.of(plant.currency() == Currency.CNY ? plant.exchange().cnyPerUsd().getAsDouble()
                                : 1 / plant.exchange().cnyPerUsd().getAsDouble());
                if (rate.isPresent()) {
                    low += money.amount().low() * rate.getAsDouble();
                    typical += money.amount().typical() * rate.getAsDouble();
                    high += money.amount().high() * rate.getAsDouble();
                }
            }
        }
        return new Range(low, Math.max(low, typical), Math.max(high, typical));
    }

    private static void same(Range a, Range b) {
        assertThat(a.low()).isCloseTo(b.low(), within(1e-9 * (1 + b.low())));
        assertThat(a.typical()).isCloseTo(b.typical(), within(1e-9 * (1 + b.typical())));
        assertThat(a.high()).isCloseTo(b.high(), within(1e-9 * (1 + b.high())));
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void aTotalLacksExactlyTheLinesThatAreNotInIt(long seed) {
        Fleets fleets = new Fleets(seed);
        for (int i = 0; i < CASES; i++) {
            Plant plant = fleets.plant(Exchange.NONE);
            Cost cost = new CostModel(fleets.book(0.5, true), plant).of(fleets.fleet(1 + i % 30));

            assertThat(reported(cost.purchaseTotal(), Lack.Reason.NO_PRICE)).containsExactlyInAnyOrderElementsOf(
                    withoutAmount(cost.purchase(), cost.purchaseTotal()));
            for (Total total : List.of(cost.purchaseTotal(), cost.yearlyTotal())) {
                List<Line> lines = total == cost.purchaseTotal() ? cost.purchase() : cost.yearly();
                boolean foreign = lines.stream().anyMatch(line -> line.amount().isPresent()
                        && line.amount().get().currency() != plant.currency());
                assertThat(total.lacks().stream().anyMatch(lack -> lack.reason() == Lack.Reason.NO_EXCHANGE_RATE))
                        .isEqualTo(foreign);
            }
        }
    }

    private static List<String> reported(Total total, Lack.Reason reason) {
        return total.lacks().stream().filter(lack -> lack.reason() == reason)
                .map(lack -> lack.part() + " " + lack.id()).toList();
    }

    /** A fabric without parts is a lack without a line. */
    private static List<String> withoutAmount(List<Line> lines, Total total) {
        List<String> missing = new ArrayList<>();
        lines.stream().filter(line -> line.amount().isEmpty()).map(line -> line.part() + " " + line.id()).distinct()
                .forEach(missing::add);
        if (total.lacks().contains(new Lack(PartClass.SWITCH, "fabric", Lack.Reason.NO_PRICE))) {
            missing.add("SWITCH fabric");
        }
        return missing;
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 9})
    void withEveryPriceAndQuantityNothingIsLacking(long seed) {
        Fleets fleets = new Fleets(seed);
        for (int i = 0; i < CASES; i++) {
            ServerFacts server = fleets.server();
            Range peak = Range.of(9000);
            ServerFacts known = new ServerFacts(server.id(), server.scope(), server.acceleratorId(), server.accelerators(),
                    server.gpus(), Optional.of(new ServerPower(Optional.empty(), peak, peak, Origin.DERIVED, Origin.DERIVED)),
                    java.util.OptionalInt.of(8), server.racks(), server.cooling(), server.ports(), true, List.of());
            Fleet fleet = new Fleet(known, 1 + i % 20, Optional.of(new FabricFacts("fabric", Optional.of(
                    new FabricFacts.Parts("switch", 64, 1000, 1, Optional.empty(), "cable")))), List.of("paid"),
                    OptionalDouble.of(1e12));
            Plant plant = new Plant(Currency.USD, Exchange.NONE, 4, 0, 40_000, 42, OptionalDouble.of(1), 1, fleets.chance());

            assertThat(new CostModel(fleets.book(1, false), plant).of(fleet).tco().lacks()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10})
    void anotherCurrencyIsTheSameMoneyTimesTheRate(long seed) {
        Fleets fleets = new Fleets(seed);
        for (int i = 0; i < CASES; i++) {
            Plant plant = fleets.plant(Exchange.of(7.1));
            Plant other = new Plant(plant.currency() == Currency.USD ? Currency.CNY : Currency.USD, plant.exchange(),
                    plant.years(), plant.residualShare(), plant.rackWatts(), plant.rackUnits(), plant.administrators(),
                    plant.busyFraction(), plant.colocated());
            Fleet fleet = fleets.fleet(1 + i % 20);
            PriceBook book = fleets.book(0.8, false);
            double rate = plant.currency() == Currency.USD ? 7.1 : 1 / 7.1;

            same(new CostModel(book, other).of(fleet).tco().money().amount(),
                    new CostModel(book, plant).of(fleet).tco().money().amount().times(rate));
        }
    }
}
