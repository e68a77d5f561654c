package dev.llmplanner.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.CostModel;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.Fleet;
import dev.llmplanner.engine.cost.Lack;
import dev.llmplanner.engine.cost.Line;
import dev.llmplanner.engine.cost.Money;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.ServerPower;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/model/cost.md and docs/model/power.md: four DGX H200 over InfiniBand for four years. */
class CostByHandTest {
    private static final PlantCatalog PLANT = TestCatalog.plant();
    private static final Plant FOUR_YEARS = new Plant(
            Currency.USD, Exchange.NONE, 4, 0, 40_000, 42, OptionalDouble.of(0.5), 1, false);

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("SERVER nvidia-dgx-h200", "DGX H200"),
            Map.entry("SWITCH nvidia-qm9700", "switch QM9700"),
            Map.entry("CABLE ib-ndr-link", "link, both ends"),
            Map.entry("STORAGE *", "NVMe, TB"),
            Map.entry("RACK *", "racks"),
            Map.entry("PDU *", "PDUs"),
            Map.entry("SPARES *", "spares"),
            Map.entry("SUPPORT nvidia-dgx-h200", "support"),
            Map.entry("SOFTWARE nvidia-ai-enterprise", "NVIDIA AI Enterprise"),
            Map.entry("ENERGY *", "electricity, kWh"),
            Map.entry("STAFF *", "administrators"));

    private static Cost cost() {
        ServerEntry server = TestCatalog.catalog().server("nvidia-dgx-h200").orElseThrow();
        AcceleratorEntry accelerator = TestCatalog.catalog().accelerator(server.acceleratorId()).orElseThrow();
        Fleet fleet = new Fleet(PLANT.server(server, accelerator), 4, Optional.of(PLANT.fabric("ib-ndr")),
                List.of("nvidia-ai-enterprise"), OptionalDouble.of(2e12));
        return new CostModel(PLANT.prices(PriceChoice.USUAL), FOUR_YEARS).of(fleet);
    }

    @Test
    void linesAndTotalsAreThoseComputedByHand() throws IOException {
        Cost cost = cost();
        List<String> found = new ArrayList<>();
        for (Line line : cost.purchase()) {
            found.add("purchase," + line.part() + "," + line.id());
        }
        cost.yearly().forEach(line -> found.add("yearly," + line.part() + "," + line.id()));
        List<String> expected = new ArrayList<>();
        for (String row : Files.readAllLines(Path.of("src/test/resources/golden/cost-dgx-h200.csv"))) {
            if (row.startsWith("#") || row.startsWith("sum,")) {
                continue;
            }
            String[] cells = row.split(",", -1);
            if (cells[1].equals("total")) {
                same(total(cost, cells[0]), cells);
                continue;
            }
            expected.add(cells[0] + "," + cells[1] + "," + cells[2]);
            Line line = (cells[0].equals("purchase") ? cost.purchase() : cost.yearly()).stream()
                    .filter(one -> one.part().name().equals(cells[1]) && one.id().equals(cells[2])).findFirst().orElseThrow();
            assertThat(line.count()).as(row).isCloseTo(Double.parseDouble(cells[3]), within(1e-6));
            assertThat(line.amount().isPresent()).as(row).isEqualTo(!cells[4].isEmpty());
            line.amount().ifPresent(amount -> same(amount.amount(), cells));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static Range total(Cost cost, String sum) {
        return switch (sum) {
            case "purchase" -> cost.purchaseTotal().money().amount();
            case "yearly" -> cost.yearlyTotal().money().amount();
            case "tco" -> cost.tco().money().amount();
            case "rent" -> cost.rent().orElseThrow().money().amount();
            case "rent-reserved" -> cost.rentReserved().orElseThrow().money().amount();
            default -> throw new AssertionError(sum);
        };
    }

    private static void same(Range range, String[] cells) {
        assertThat(range.low()).as(String.join(",", cells)).isCloseTo(Double.parseDouble(cells[4]), within(1e-3));
        assertThat(range.typical()).as(String.join(",", cells)).isCloseTo(Double.parseDouble(cells[5]), within(6e-3));
        assertThat(range.high()).as(String.join(",", cells)).isCloseTo(Double.parseDouble(cells[6]), within(1e-3));
    }

    @Test
    void whatHasNoPriceLacksByName() {
        assertThat(cost().tco().lacks()).containsExactly(
                new Lack(PartClass.RACK, "*", Lack.Reason.NO_PRICE), new Lack(PartClass.SPARES, "*", Lack.Reason.NO_PRICE));
    }

    @Test
    void threeOfThemFillARackByItsWatts() {
        Cost cost = cost();

        assertThat(cost.space().racks()).hasValue(2);
        assertThat(cost.space().rackUnits()).hasValue(4 * 8 + 1);
        assertThat(cost.space().limit()).isEqualTo(dev.llmplanner.engine.cost.Space.Limit.WATTS);
        assertThat(cost.network().switches()).isEqualTo(1);
    }

    @Test
    void thePageShowsThem() throws IOException {
        String page = Files.readString(Path.of("docs/model/cost.md"));
        Cost cost = cost();
        StringBuilder table = new StringBuilder();
        cost.purchase().forEach(line -> row(table, line));
        total(table, "**purchase**", cost.purchaseTotal().money());
        cost.yearly().forEach(line -> row(table, line));
        total(table, "**each year**", cost.yearlyTotal().money());
        total(table, "**four years**", cost.tco().money());

        assertThat(page).contains(table);
    }

    @Test
    void thePageShowsPowerPublishedAndDerived() throws IOException {
        String page = Files.readString(Path.of("docs/model/power.md"));

        for (String id : List.of("nvidia-dgx-h200", "dell-xe9680-h200", "dell-xe9680-mi300x", "nvidia-gb200-nvl72")) {
            ServerEntry server = TestCatalog.catalog().server(id).orElseThrow();
            ServerPower power = PLANT.power(server,
                    TestCatalog.catalog().accelerator(server.acceleratorId()).orElseThrow()).orElseThrow();
            assertThat(page).contains("| `" + id + "` | " + power.peakOrigin().name().toLowerCase(Locale.ROOT) + " | "
                    + watts(power.peakWatts()) + " | " + watts(power.typicalWatts()) + " |");
        }
        for (boolean rack : new boolean[] {false, true}) {
            Range factor = new PeakPower(TestCatalog.catalog()).perTdp(rack).orElseThrow();
            assertThat(page).contains(String.format(Locale.ROOT, "| %.2f | %.2f | %.2f |", factor.low(), factor.typical(),
                    factor.high()));
        }
    }

    private static String watts(Range watts) {
        return watts.low() == watts.high() ? number(watts.typical())
                : number(watts.low()) + " – " + number(watts.typical()) + " – " + number(watts.high());
    }

    private static void row(StringBuilder table, Line line) {
        String name = NAMES.get(line.part() + " " + line.id());
        String count = line.part() == PartClass.SUPPORT ? "20 %" : line.part() == PartClass.SPARES ? "" : number(line.count());
        table.append("| ").append(name).append(" | ").append(count).append(" | ");
        table.append(line.amount().map(money -> cells(money.amount())).orElse("no price | no price | no price"));
        table.append(" |\n");
    }

    private static void total(StringBuilder table, String name, Money money) {
        table.append("| ").append(name).append(" | | ").append(cells(money.amount())).append(" |\n");
    }

    private static String cells(Range range) {
        return number(range.low()) + " | " + number(range.typical()) + " | " + number(range.high());
    }

    private static String number(double value) {
        return value < 1 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
