package dev.llmplanner.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.catalog.PriceChoice;
import dev.llmplanner.catalog.PriceCodes;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.PriceBook;
import dev.llmplanner.engine.cost.PriceUnit;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {
    private static final String HEAD = "{\"format\":\"planner-prices\",\"version\":1,\"prices\":[";

    private static JsonObject json(String text) {
        return (JsonObject) JacksonJson.parse(text);
    }

    private static List<Price> read(String items) {
        return PriceList.read(json(HEAD + items + "]}"));
    }

    @Test
    void aPriceOfOnesOwnTakesThePlaceOfAllOfTheCatalogForItsPart() {
        PriceBook book = TestCatalog.plant().prices(PriceChoice.USUAL);
        List<Price> yours = read("{\"part\":\"accelerator\",\"id\":\"nvidia-h20-sxm-96gb\",\"unit\":\"piece\",\"typical\":9000,\"currency\":\"USD\"}");

        PriceBook all = book.with(yours);

        assertThat(book.find(PartClass.ACCELERATOR, "nvidia-h20-sxm-96gb", Currency.CNY).orElseThrow().currency())
                .contains(Currency.CNY);
        assertThat(all.find(PartClass.ACCELERATOR, "nvidia-h20-sxm-96gb", Currency.CNY).orElseThrow().amount())
                .isEqualTo(Range.of(9000));
        assertThat(all.find(PartClass.ACCELERATOR, "nvidia-h20-sxm-96gb", Currency.CNY).orElseThrow().origin())
                .isEqualTo(Origin.YOURS);
        assertThat(all.find(PartClass.SERVER, "nvidia-dgx-h200", Currency.USD)).isPresent();
    }

    @Test
    void writingIsCanonicalAndReadsBackTheSame() {
        List<Price> prices = read("""
                {"part":"energy","unit":"kilowatt-hour","low":0.5,"typical":0.7,"high":0.7,"currency":"CNY","note":"Beijing"},
                {"part":"server","id":"b","unit":"piece","typical":2,"currency":"USD","date":"2026","source":"quote"},
                {"part":"server","id":"a","unit":"piece","typical":1,"currency":"USD"},
                {"part":"spares","unit":"share","typical":0}""");

        JsonObject file = PriceList.write(prices);

        assertThat(JacksonJson.compact(file)).isEqualTo(HEAD
                + "{\"part\":\"server\",\"id\":\"a\",\"unit\":\"piece\",\"typical\":1,\"currency\":\"USD\"},"
                + "{\"part\":\"server\",\"id\":\"b\",\"unit\":\"piece\",\"typical\":2,\"currency\":\"USD\",\"date\":\"2026\",\"source\":\"quote\"},"
                + "{\"part\":\"spares\",\"unit\":\"share\",\"typical\":0},"
                + "{\"part\":\"energy\",\"unit\":\"kilowatt-hour\",\"low\":0.5,\"typical\":0.7,\"currency\":\"CNY\",\"note\":\"Beijing\"}]}");
        assertThat(PriceList.write(PriceList.read(file))).isEqualTo(file);
        assertThat(PriceList.read(file)).containsExactlyInAnyOrderElementsOf(prices);
        assertThat(ContractSchemas.violations("prices", file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"unit\":\"piece\",\"typical\":1,\"currency\":\"USD\"} | wrong-type | prices[0].part",
        "{\"part\":\"gpu\",\"unit\":\"piece\",\"typical\":1,\"currency\":\"USD\"} | unknown-value | prices[0].part",
        "{\"part\":\"energy\",\"unit\":\"piece\",\"typical\":1,\"currency\":\"USD\"} | unknown-value | prices[0].unit",
        "{\"part\":\"server\",\"unit\":\"piece\",\"typical\":1} | wrong-type | prices[0].currency",
        "{\"part\":\"pue\",\"unit\":\"factor\",\"typical\":1.2,\"currency\":\"USD\"} | unknown-member | prices[0].currency",
        "{\"part\":\"pue\",\"unit\":\"factor\",\"typical\":0.9} | out-of-range | prices[0].typical",
        "{\"part\":\"spares\",\"unit\":\"share\",\"typical\":5} | out-of-range | prices[0].typical",
        "{\"part\":\"server\",\"unit\":\"piece\",\"typical\":1,\"low\":2,\"currency\":\"USD\"} | out-of-range | prices[0].typical",
        "{\"part\":\"server\",\"unit\":\"piece\",\"typical\":\"1\",\"currency\":\"USD\"} | wrong-type | prices[0].typical",
        "{\"part\":\"server\",\"unit\":\"piece\",\"typical\":1,\"currency\":\"EUR\"} | unknown-value | prices[0].currency",
        "{\"part\":\"server\",\"unit\":\"piece\",\"typical\":1,\"currency\":\"USD\",\"price\":1} | unknown-member | prices[0].price",
        "{\"part\":\"server\",\"id\":\"\",\"unit\":\"piece\",\"typical\":1,\"currency\":\"USD\"} | out-of-range | prices[0].id"})
    void whatCannotStandIsRefusedWhereItStands(String item, String code, String path) {
        assertThatThrownBy(() -> read(item)).isInstanceOfSatisfying(RequestException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.path()).isEqualTo(path);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"version\":1} | wrong-type | format",
        "{\"format\":\"planner-plan\",\"version\":1} | unknown-value | format",
        "{\"format\":\"planner-prices\"} | wrong-type | version",
        "{\"format\":\"planner-prices\",\"version\":2} | unknown-value | version",
        "{\"format\":\"planner-prices\",\"version\":1,\"price\":[]} | unknown-member | price"})
    void anotherFileIsRefused(String file, String code, String path) {
        assertThatThrownBy(() -> PriceList.read(json(file))).isInstanceOfSatisfying(RequestException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.path()).isEqualTo(path);
        });
    }

    @Test
    void aRequestTakesTheSameList() {
        assertThat(PriceList.items(JsonCursor.of(json("{\"models\":[],\"prices\":[{\"part\":\"rent\",\"id\":\"x\","
                + "\"unit\":\"piece-hour\",\"typical\":2,\"currency\":\"CNY\"}]}")))).hasSize(1);
        assertThat(PriceList.items(JsonCursor.of(json("{}")))).isEmpty();
    }

    @Test
    void theSchemaNamesEveryPartAndUnit() {
        Json item = ContractSchemas.at(ContractSchemas.tree("prices"), "properties", "prices", "items", "properties");

        assertThat(ContractSchemas.values(ContractSchemas.at(item, "part"))).isEqualTo(PriceCodes.codes(PartClass.values()));
        assertThat(ContractSchemas.values(ContractSchemas.at(item, "unit"))).isEqualTo(PriceCodes.codes(PriceUnit.values()));
    }
}
