package dev.llmplanner.view.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.dist.CatalogBundle;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.node.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HardwarePageTest {
    private static final JsonObject DETAILS = CatalogBundle.read(Path.of(""), "test").details();

    @ParameterizedTest
    @CsvSource({"昇腾, huawei", "寒武纪, cambricon", "海光, hygon", "摩尔线程, moore", "沐曦, metax", "昆仑芯, kunlun",
        "燧原, enflame", "天数智芯, iluvatar", "壁仞, biren", "平头哥, t-head"})
    void chineseAcceleratorsAreFoundByTheirChineseNames(String query, String vendor) {
        Application application = Application.open("hardware");

        application.type("search", query);

        assertThat(rows(application)).isNotEmpty().allMatch(id -> id.startsWith(vendor)
                || Application.RESOURCES.planner().catalog().accelerator(id).orElseThrow().vendor().startsWith(vendor));
    }

    @ParameterizedTest
    @CsvSource({"vendor, huawei", "country, CN", "status, restricted", "memory, 128", "form, OAM", "engine, mindie",
        "confidence, low"})
    void aFilterLeavesWhatItSaysAndStandsInTheLink(String facet, String value) {
        Application application = Application.open("hardware");
        int all = rows(application).size();

        application.choose("filter-" + facet, value);
        application.settle();

        assertThat(rows(application)).isNotEmpty().hasSizeLessThan(all);
        assertThat(application.screen().hash()).isEqualTo("hardware?" + facet + "=" + value);
        assertThat(rows(Application.open(application.screen().hash()))).isEqualTo(rows(application));
    }

    @Test
    void aKeystrokeDrawsTheRowsInSightAndTheOthersFollow() {
        Application application = Application.open("hardware");
        List<String> all = rows(application);

        application.type("search", "x");
        application.type("search", "");

        assertThat(rows(application)).hasSizeBetween(12, 24).isEqualTo(all.subList(0, rows(application).size()));
        assertThat(application.words()).contains(all.size() + " of " + all.size());
        application.settle();
        assertThat(rows(application)).isEqualTo(all);
    }

    @Test
    void aKeystrokeDrawsNoRowAgain() {
        Application application = Application.open("hardware");
        Element before = row(application, "nvidia-h200-sxm-141gb");

        application.type("search", "h200");

        assertThat(row(application, "nvidia-h200-sxm-141gb")).isSameAs(before);
        application.send(new Event.FileLoaded(DataFile.DETAILS, DETAILS));
        assertThat(row(application, "nvidia-h200-sxm-141gb")).isNotSameAs(before);
    }

    private static Element row(Application application, String id) {
        return application.find(element -> element.attribute("data-id").filter(id::equals).isPresent()).orElseThrow();
    }

    @Test
    void filtersAddUpAndGoTogether() {
        Application application = Application.open("hardware?country=CN&engine=mindie&memory=48");
        assertThat(rows(application)).isNotEmpty().allMatch(id -> id.startsWith("huawei-"));

        application.clickButton("Remove all filters");

        assertThat(application.screen().hash()).isEqualTo("hardware");
    }

    @ParameterizedTest
    @ValueSource(strings = {"servers?vendor=huawei", "servers?memory=1024&cooling=air", "fabrics?class=scale-out"})
    void theOtherTablesAreFilteredToo(String hash) {
        Application application = Application.open(hash);

        assertThat(rows(application)).isNotEmpty();
        assertThat(application.screen().hash()).isEqualTo(hash);
        assertThat(application.state().ignored()).isEmpty();
    }

    @Test
    void pricesStandInTheirOwnCurrencyWithTheirDate() {
        Application application = Application.open("hardware?q=ascend-910b2");
        assertThat(cell(application, "huawei-ascend-910b2", "c-price-cny")).isEqualTo("Loading");

        application.send(new Event.FileLoaded(DataFile.DETAILS, DETAILS));

        assertThat(cell(application, "huawei-ascend-910b2", "c-price-cny")).contains("120,000").contains("2024");
        assertThat(cell(application, "huawei-ascend-910b2", "c-price-usd")).isEqualTo("Not published");
        assertThat(cell(application, "huawei-ascend-910b2", "c-sources")).isEqualTo("11");
    }

    @ParameterizedTest
    @CsvSource({"en, c-price-usd, c-price-cny", "zh-CN, c-price-cny, c-price-usd"})
    void thePriceInTheReadersOwnCurrencyComesFirst(String language, String first, String second) {
        Application application = Application.open("hardware?q=ascend-910b2", language);
        application.send(new Event.FileLoaded(DataFile.DETAILS, DETAILS));

        String row = Markup.of(application.find(element -> element.attribute("data-id")
                .filter("huawei-ascend-910b2"::equals).isPresent()).orElseThrow());
        assertThat(row).containsSubsequence(first, second);
        assertThat(cell(application, "huawei-ascend-910b2", "c-price-cny")).contains("120,000");
    }

    @Test
    void aSearchSaysWhatTheOtherTablesHold() {
        Application application = Application.open("hardware?q=dgx h200");

        assertThat(rows(application)).isEmpty();
        assertThat(application.words()).contains("Servers: ");
    }

    @Test
    void theHeadOfARecordHasTheFiguresThatDecide() {
        Application accelerator = Application.open("accelerator/nvidia-h200-sxm-141gb");
        assertThat(accelerator.words()).contains("139.8 GiB", "printed as 141 GB", "4,800 GB/s", "206 FLOP/byte", "450 GB/s", "700 W");
        Application server = Application.open("server/nvidia-dgx-h200");
        assertThat(server.words()).contains("1,118.4 GiB", "38,400 GB/s", "10.2 kW");
        assertThat(Application.open("fabric/ib-ndr").words()).contains("50 GB/s", "400 Gb/s");
    }

    @Test
    void powerThatNoMakerPrintsIsDerivedAndSaysSo() {
        Application servers = Application.open("servers");

        assertThat(cell(servers, "dell-xe9680-h200", "c-max-power")).isEqualTo("10 derived: 8.9 to 10.2 kW");
        assertThat(cell(servers, "nvidia-dgx-h200", "c-max-power")).isEqualTo("10.2");
        assertThat(cell(servers, "huawei-atlas-800t-a2", "c-max-power")).contains("derived");
        assertThat(cell(servers, "huawei-atlas-800i-a2-64g", "c-max-power")).isEqualTo("Not published");
        assertThat(Application.open("server/dell-xe9680-h200").words()).contains("10 kW", "derived: 8.9 to 10.2 kW");
    }

    private static String cell(Application application, String id, String column) {
        Element row = application.find(element -> element.attribute("data-id").filter(id::equals).isPresent()).orElseThrow();
        for (Node child : row.children()) {
            if (child instanceof Element cell && cell.attribute("class").orElse("").contains(column)) {
                return Markup.words(cell);
            }
        }
        throw new AssertionError(column);
    }

    private static List<String> rows(Application application) {
        List<String> ids = new ArrayList<>();
        collect(application.screen().body(), ids);
        return ids;
    }

    private static void collect(Node node, List<String> ids) {
        if (node instanceof Element element) {
            element.attribute("data-id").ifPresent(ids::add);
            element.children().forEach(child -> collect(child, ids));
        }
    }
}
