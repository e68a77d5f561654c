package dev.llmplanner.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines a bill has, of how many pieces, and what its totals lack. */
class BillTest {
    private static final Optional<ServerPower> POWER = Optional.of(new ServerPower(
            Optional.of(Range.of(2_000)), Range.of(7_000), Range.of(10_000), Origin.DERIVED, Origin.PUBLISHED));
    private static final FabricFacts.Optics TWIN_PORT = new FabricFacts.Optics("twin", 2, "single");

    private final List<Price> prices = new ArrayList<>();
    private ServerFacts.Scope scope = ServerFacts.Scope.COMPLETE;
    private int ports = 8;
    private Optional<ServerPower> power = POWER;
    private OptionalInt rackUnits = OptionalInt.of(8);
    private OptionalDouble administrators = OptionalDouble.of(1.5);
    private boolean colocated;
    private Optional<FabricFacts> fabric = fabric(64);

    private static Optional<FabricFacts> fabric(int switchPorts) {
        return Optional.of(new FabricFacts("fabric", Optional.of(
                new FabricFacts.Parts("switch", switchPorts, 1_000, 2, Optional.of(TWIN_PORT), "cable"))));
    }

    private void price(PartClass part, String id, double amount, Currency currency) {
        PriceUnit unit = part.units().get(0);
        prices.add(new Price(part, id, unit, Range.of(amount), unit.isMoney() ? Optional.of(currency) : Optional.empty(), "2026", "",
                Origin.PUBLISHED, "list", Optional.empty()));
    }

    private Cost cost(int servers) {
        ServerFacts server = new ServerFacts("server", scope, "gpu", 8, 8, power, rackUnits, OptionalInt.empty(), Optional.empty(), ports,
                true, List.of());
        Plant plant = new Plant(Currency.USD, Exchange.NONE, 4, 0, 40_000, 42, administrators, 0.5, colocated);
        return new CostModel(new PriceBook(prices), plant).of(
                new Fleet(server, servers, fabric, List.of(), OptionalDouble.empty()));
    }

    private static Map<String, Double> counts(List<Line> lines) {
        return lines.stream().collect(Collectors.toMap(line -> line.part() + " " + line.id(), Line::count));
    }

    @Test
    void fifteenPortsNeedEightTransceiversOfTwoPortsAtTheSwitchAndOneEachAtTheAdapters() {
        ports = 5;

        assertThat(counts(cost(3).purchase())).isEqualTo(Map.of("SERVER server", 3.0, "SWITCH switch", 1.0, "TRANSCEIVER twin", 8.0,
                "TRANSCEIVER single", 15.0, "CABLE cable", 15.0, "RACK *", 1.0, "PDU *", 2.0, "SPARES *", 1.0));
    }

    @Test
    void aLinkBetweenSwitchesTakesAPortOfEach() {
        ports = 30;

        // 90 ports on leaves with 32 down and 32 up: three leaves, two spines, 96 links up, 282 ports in use.
        assertThat(counts(cost(3).purchase())).containsEntry("SWITCH switch", 5.0).containsEntry("TRANSCEIVER twin", 141.0)
                .containsEntry("CABLE cable", 186.0);
    }

    @Test
    void oneServerHasNoNetwork() {
        scope = ServerFacts.Scope.BOARD;
        Cost cost = cost(1);

        assertThat(cost.network()).isEqualTo(NetworkPlan.NONE);
        assertThat(counts(cost.purchase())).doesNotContainKeys("SWITCH switch", "CABLE cable", "ADAPTER fabric");
    }

    @Test
    void aBoardNeedsAnAdapterForEachPort() {
        scope = ServerFacts.Scope.BOARD;

        assertThat(counts(cost(2).purchase())).containsEntry("SERVER server", 2.0).containsEntry("HOST *", 16.0)
                .containsEntry("ADAPTER fabric", 16.0);
        fabric = Optional.empty();
        assertThat(counts(cost(2).purchase())).containsEntry("HOST *", 16.0).doesNotContainKey("ADAPTER fabric");
    }

    @Test
    void aServerWithoutPortsNeedsNoAdapter() {
        scope = ServerFacts.Scope.BOARD;
        ports = 0;

        assertThat(counts(cost(2).purchase())).doesNotContainKey("ADAPTER fabric");
    }

    @ParameterizedTest
    @CsvSource({"COMPLETE, false, SERVER", "COMPLETE, true, ACCELERATOR", "GENERIC, false, ACCELERATOR"})
    void acceleratorsArePaidWhereTheServersPriceIsUnknownAndTheirsIsKnownOrNobodyMakesIt(
            ServerFacts.Scope kind, boolean acceleratorPriced, PartClass paid) {
        scope = kind;
        if (acceleratorPriced) {
            price(PartClass.ACCELERATOR, "gpu", 30_000, Currency.USD);
        }

        assertThat(cost(2).purchase().get(0).part()).isEqualTo(paid);
        assertThat(counts(cost(2).purchase())).hasSize(paid == PartClass.SERVER ? 8 : 10);
    }

    @Test
    void whatTheTotalLeavesOutIsNamed() {
        fabric = fabric(4);
        ports = 200;
        rackUnits = OptionalInt.empty();
        power = Optional.empty();
        administrators = OptionalDouble.empty();
        colocated = true;
        Cost cost = cost(2);

        assertThat(cost.purchaseTotal().lacks()).contains(new Lack(PartClass.SWITCH, "switch", Lack.Reason.TOO_LARGE),
                new Lack(PartClass.SERVER, "server", Lack.Reason.NO_PRICE));
        assertThat(cost.yearlyTotal().lacks()).contains(new Lack(PartClass.ENERGY, "server", Lack.Reason.NO_QUANTITY),
                new Lack(PartClass.STAFF, Price.ANY, Lack.Reason.NO_QUANTITY),
                new Lack(PartClass.COLOCATION, "server", Lack.Reason.NO_QUANTITY));
        assertThat(cost.network()).isEqualTo(NetworkPlan.NONE);
        colocated = false;
        assertThat(cost(2).purchaseTotal().lacks()).contains(new Lack(PartClass.RACK, "server", Lack.Reason.NO_QUANTITY),
                new Lack(PartClass.PDU, "server", Lack.Reason.NO_QUANTITY));
    }

    @Test
    void aFabricOfUnknownPartsIsANamedGap() {
        fabric = Optional.of(new FabricFacts("fabric", Optional.empty()));

        assertThat(cost(2).purchaseTotal().lacks()).contains(new Lack(PartClass.SWITCH, "fabric", Lack.Reason.NO_PRICE));
        assertThat(cost(2).network()).isEqualTo(NetworkPlan.NONE);
    }

    @Test
    void aTotalWithEveryPriceLacksNothing() {
        price(PartClass.SERVER, "server", 100, Currency.USD);
        for (PartClass part : List.of(PartClass.SWITCH, PartClass.TRANSCEIVER, PartClass.CABLE, PartClass.RACK, PartClass.PDU)) {
            price(part, Price.ANY, 1, Currency.USD);
        }
        price(PartClass.SPARES, Price.ANY, 0.1, Currency.USD);
        price(PartClass.SUPPORT, Price.ANY, 0.2, Currency.USD);

        Cost cost = cost(2);

        // Two servers, one switch, 8 and 16 transceivers, 16 cables: 241; a rack and two PDUs; a tenth of 241.
        assertThat(cost.purchaseTotal()).isEqualTo(new Total(new Money(Range.of(241 + 3 + 24.1), Currency.USD), List.of()));
        Line support = cost.yearly().get(0);
        assertThat(support.part()).isEqualTo(PartClass.SUPPORT);
        assertThat(support.amount()).contains(new Money(Range.of(241 * 0.2), Currency.USD));
        assertThat(support.origin()).isEqualTo(Origin.DERIVED);
    }

    @Test
    void aServersPriceInTheOtherCurrencyIsKnownAndItsRateIsMissing() {
        price(PartClass.SERVER, "server", 100, Currency.CNY);

        assertThat(cost(2).purchaseTotal().lacks()).contains(new Lack(PartClass.SERVER, "server", Lack.Reason.NO_EXCHANGE_RATE));
    }

    @Test
    void electricityIsPaidAtTheMeterAndColocationByThePeak() {
        price(PartClass.PUE, Price.ANY, 1.25, Currency.USD);
        colocated = true;
        Cost cost = cost(2);

        // Half the time 7 kW, half 2 kW a server, and 1 kW for the switch: 10 kW, 12.5 at the meter.
        assertThat(counts(cost.yearly())).containsEntry("ENERGY *", 12.5 * 8766).containsEntry("COLOCATION *", 21.0 * 12)
                .containsEntry("STAFF *", 1.5);
        assertThat(cost.power().orElseThrow().idleWatts()).contains(Range.of(2 * 2_000 + 1_000));
        assertThat(cost.power().orElseThrow().facilityPeakWatts()).contains(Range.of(21_000 * 1.25));
        assertThat(counts(cost.purchase())).doesNotContainKeys("RACK *", "PDU *");
    }

    @Test
    void withoutAPueElectricityIsAGap() {
        assertThat(cost(2).yearlyTotal().lacks()).contains(new Lack(PartClass.PUE, Price.ANY, Lack.Reason.NO_PRICE));
        assertThat(cost(2).power().orElseThrow().facilityPeakWatts()).isEmpty();
    }
}
