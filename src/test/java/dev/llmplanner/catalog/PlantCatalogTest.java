package dev.llmplanner.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.engine.cost.Cooling;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.CostModel;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.FabricFacts;
import dev.llmplanner.engine.cost.Fleet;
import dev.llmplanner.engine.cost.Lack;
import dev.llmplanner.engine.cost.Line;
import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.PriceBook;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.ServerFacts;
import dev.llmplanner.engine.cost.ServerPower;
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlantCatalogTest {
    private final Catalog catalog = TestCatalog.catalog();
    private final PlantCatalog plant = TestCatalog.plant();
    private final PriceBook book = plant.prices(PriceChoice.USUAL);

    private ServerFacts server(String id) {
        ServerEntry server = catalog.server(id).orElseThrow();
        return plant.server(server, catalog.accelerator(server.acceleratorId()).orElseThrow());
    }

    private Cost cost(ServerFacts server, int servers, Exchange exchange) {
        Plant place = new Plant(Currency.USD, exchange, 4, 0, 40_000, 42, OptionalDouble.empty(), 1, false);
        return new CostModel(book, place).of(new Fleet(server, servers, Optional.empty(), List.of(), OptionalDouble.empty()));
    }

    @Test
    void factsOfAServerAreThoseOfItsRecord() {
        ServerFacts dgx = server("nvidia-dgx-b200");

        assertThat(dgx.scope()).isEqualTo(ServerFacts.Scope.COMPLETE);
        assertThat(dgx.accelerators()).isEqualTo(8);
        assertThat(dgx.power().orElseThrow().peakWatts()).isEqualTo(Range.of(14_300));
        assertThat(dgx.rackUnits()).hasValue(10);
        assertThat(dgx.cooling()).contains(Cooling.AIR);
        assertThat(dgx.ports()).isEqualTo(8);
        assertThat(server("dell-xe9680-h200").ports()).as("two of ten serve storage").isEqualTo(8);
        assertThat(server("hpe-cray-xd670-h200").ports()).as("one of two offers").isEqualTo(8);
        assertThat(server("huawei-atlas-800i-a3").ports()).as("without the super-node's").isEqualTo(8);
        assertThat(server("supermicro-821ge-h200").portsKnown()).isFalse();
    }

    @Test
    void everyServerWhoseAcceleratorsPowerIsPublishedHasPower() {
        for (ServerEntry server : catalog.servers()) {
            AcceleratorEntry accelerator = catalog.accelerator(server.acceleratorId()).orElseThrow();
            Optional<ServerPower> power = plant.power(server, accelerator);

            assertThat(power.isPresent()).as(server.id())
                    .isEqualTo(server.maxPowerWatts().isPresent() || accelerator.tdpWatts().isPresent());
            power.ifPresent(known -> {
                assertThat(known.peakOrigin()).as(server.id())
                        .isEqualTo(server.maxPowerWatts().isPresent() ? Origin.PUBLISHED : Origin.DERIVED);
                assertThat(known.typicalWatts().high()).isLessThanOrEqualTo(known.peakWatts().high());
            });
        }
    }

    @Test
    void theFactorOfThePowerRuleCoversEveryServerThatPublishesBoth() {
        Range servers = new PeakPower(catalog).perTdp(false).orElseThrow();

        assertThat(servers.low()).isCloseTo(14.0 / 8.8, within(1e-12));
        assertThat(servers.typical()).isCloseTo(14.3 / 8, within(1e-12));
        assertThat(servers.high()).isCloseTo(10.2 / 5.6, within(1e-12));
        assertThat(new PeakPower(catalog).perTdp(true).orElseThrow().high()).isLessThan(servers.low());
    }

    @Test
    void anUnpricedServerIsPricedByItsPartsAndMarkedSo() {
        Cost cost = cost(server("dell-xe9680-h200"), 2, Exchange.NONE);

        assertThat(cost.purchase()).extracting(Line::part).startsWith(PartClass.ACCELERATOR, PartClass.HOST);
        assertThat(cost.purchase().get(0).amount().orElseThrow().amount()).isEqualTo(new Range(512_000, 576_000, 640_000));
        assertThat(cost.purchase().get(0).origin()).isEqualTo(Origin.DERIVED);
        assertThat(cost.purchase().get(1).count()).isEqualTo(16);
    }

    @Test
    void aServerWithoutAnyPriceLacksByItsName() {
        Cost cost = cost(server("kunlun-p800-8"), 1, Exchange.NONE);

        assertThat(cost.purchaseTotal().lacks())
                .contains(new Lack(PartClass.SERVER, "kunlun-p800-8", Lack.Reason.NO_PRICE));
    }

    @Test
    void aChineseServerIsInADollarTotalOnlyWithTheRate() {
        ServerFacts h20 = server("cn-h20-141-8gpu");

        assertThat(cost(h20, 1, Exchange.NONE).purchaseTotal().lacks())
                .contains(new Lack(PartClass.SERVER, "cn-h20-141-8gpu", Lack.Reason.NO_EXCHANGE_RATE));
        assertThat(cost(h20, 1, Exchange.NONE).purchaseTotal().money().amount()).isEqualTo(Range.ZERO);
        assertThat(cost(h20, 1, Exchange.of(7.2)).purchaseTotal().money().amount().typical())
                .isCloseTo(1_200_000 / 7.2, within(1e-6));
    }

    @Test
    void theGreyMarketCountsOnlyWhenAskedFor() {
        assertThat(book.find(PartClass.SERVER, "cn-h100-8gpu-grey", Currency.CNY)).isEmpty();
        assertThat(plant.prices(new PriceChoice(true, false)).find(PartClass.SERVER, "cn-h100-8gpu-grey", Currency.CNY))
                .isPresent();
        assertThat(book.find(PartClass.ACCELERATOR, "intel-max-1550", Currency.USD)).isEmpty();
        assertThat(plant.prices(new PriceChoice(false, true)).find(PartClass.ACCELERATOR, "intel-max-1550", Currency.USD))
                .isPresent();
    }

    @Test
    void aStreetPriceCountsBeforeANewerReportedOne() {
        Price h200 = book.find(PartClass.ACCELERATOR, "nvidia-h200-sxm-141gb", Currency.USD).orElseThrow();

        assertThat(h200.amount()).isEqualTo(new Range(32_000, 36_000, 40_000));
        assertThat(h200.basis()).isEqualTo("street");
        assertThat(h200.origin()).as("a midpoint").isEqualTo(Origin.DERIVED);
        assertThat(h200.source()).contains("cloud-pricing.md");
    }

    @Test
    void aShareOfASystemIsNoPriceOfAnAccelerator() {
        assertThat(book.find(PartClass.ACCELERATOR, "nvidia-gb200", Currency.USD)).isEmpty();
        assertThat(book.find(PartClass.ACCELERATOR, "nvidia-h800-sxm5-80gb", Currency.USD).orElseThrow().basis())
                .isEqualTo("reported");
    }

    @Test
    void rentsAreOnDemandOrForYearsAndNeverTheCostOfOwning() {
        assertThat(book.find(PartClass.RENT, "nvidia-h200-sxm-141gb", Currency.USD).orElseThrow().amount().high())
                .isEqualTo(7.91);
        assertThat(book.find(PartClass.RENT_RESERVED, "nvidia-h200-sxm-141gb", Currency.USD).orElseThrow().amount())
                .isEqualTo(Range.of(1.6));
        assertThat(book.prices()).noneMatch(price -> price.basis().equals("owning"));
    }

    @Test
    void everyPriceIsInOrderAndKeepsItsSource() {
        assertThat(book.prices()).hasSizeGreaterThan(80).allSatisfy(price -> {
            assertThat(price.part().units()).contains(price.unit());
            assertThat(price.source()).isNotBlank();
            assertThat(price.date()).isNotBlank();
        });
    }

    @Test
    void freeEnginesCostNothingAndALicenceComesWithSomeAccelerators() {
        assertThat(book.find(PartClass.SOFTWARE, "vllm", Currency.USD).orElseThrow().amount()).isEqualTo(Range.ZERO);
        AcceleratorEntry nvl = catalog.accelerator("nvidia-h200-nvl-141gb").orElseThrow();
        Plant place = new Plant(Currency.USD, Exchange.NONE, 4, 0, 40_000, 42, OptionalDouble.empty(), 1, false);
        Fleet fleet = new Fleet(plant.generic(nvl, 8), 1, Optional.empty(), List.of("nvidia-ai-enterprise"),
                OptionalDouble.empty());

        assertThat(line(new CostModel(book, place).of(fleet), PartClass.SOFTWARE).count()).isZero();
        assertThat(line(cost("nvidia-ai-enterprise", 10), PartClass.SOFTWARE).count()).as("five of ten years").isEqualTo(4);
    }

    private Cost cost(String software, int years) {
        AcceleratorEntry nvl = catalog.accelerator("nvidia-h200-nvl-141gb").orElseThrow();
        Plant place = new Plant(Currency.USD, Exchange.NONE, years, 0, 40_000, 42, OptionalDouble.empty(), 1, false);
        return new CostModel(book, place).of(new Fleet(plant.generic(nvl, 8), 1, Optional.empty(), List.of(software),
                OptionalDouble.empty()));
    }

    private static Line line(Cost cost, PartClass part) {
        return cost.yearly().stream().filter(line -> line.part() == part).findFirst().orElseThrow();
    }

    @Test
    void whatHasNoQuantityLacksWithThatReason() {
        Cost ascend = cost(server("huawei-atlas-800i-a2-64g"), 1, Exchange.NONE);

        assertThat(ascend.power()).isEmpty();
        assertThat(ascend.space().racks()).isEmpty();
        assertThat(ascend.tco().lacks()).contains(
                new Lack(PartClass.RACK, "huawei-atlas-800i-a2-64g", Lack.Reason.NO_QUANTITY),
                new Lack(PartClass.ENERGY, "huawei-atlas-800i-a2-64g", Lack.Reason.NO_QUANTITY),
                new Lack(PartClass.STAFF, "*", Lack.Reason.NO_QUANTITY));
    }

    @Test
    void aNetworkThatNoSwitchIsKnownForLacks() {
        Plant place = new Plant(Currency.USD, Exchange.NONE, 4, 0, 40_000, 42, OptionalDouble.empty(), 1, false);
        Cost cost = new CostModel(book, place).of(new Fleet(server("nvidia-dgx-b300"), 2, Optional.of(plant.fabric("ib-xdr")),
                List.of(), OptionalDouble.empty()));

        assertThat(cost.purchaseTotal().lacks()).contains(new Lack(PartClass.SWITCH, "ib-xdr", Lack.Reason.NO_PRICE));
    }

    @Test
    void aFabricWithoutAPublishedSwitchHasNoParts() {
        assertThat(plant.fabric("ib-ndr").parts().map(FabricFacts.Parts::switchPorts)).contains(64);
        assertThat(plant.fabric("roce-400").parts().map(FabricFacts.Parts::switchPorts)).contains(128);
        assertThat(plant.fabric("ib-xdr").parts()).isEmpty();
    }
}
