package dev.llmplanner.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.json.JsonCursor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "2026-05-04, 2026-05-04",
        "2026-05, 2026-05",
        "2026-H1, 2026",
        "2025/2026, 2025",
        ">=2025-08 (inferred), 2025-08",
        "2024-02 (Q1), 2024-02",
        "2023 (launch; quoted by Reuters 2024-02), 2023",
        "2025-Q2, 2025",
        "undated, ''"})
    void aDateIsItsYearAndWhatFollows(String text, String date) {
        assertThat(PriceChoice.date(text)).isEqualTo(date);
    }

    private static List<Price> choose(String... prices) {
        List<JsonCursor> cursors = List.of(prices).stream().map(price -> JsonCursor.of(JacksonJson.parse(
                "{\"part\":\"server\",\"id\":\"s\",\"unit\":\"piece\",\"source\":0," + price + "}"))).toList();
        JsonCursor source = JsonCursor.of(JacksonJson.parse("{\"title\":\"T\",\"ref\":\"R\"}"));
        return PriceChoice.USUAL.choose(cursors, List.of(source));
    }

    private static String price(String basis, int low, int high, String currency, String date) {
        return "\"basis\":\"" + basis + "\",\"low\":" + low + ",\"high\":" + high + ",\"currency\":\"" + currency
                + "\",\"date\":\"" + date + "\"";
    }

    @Test
    void theSortCountsBeforeTheDateAndTheDateBeforeTheOrder() {
        assertThat(choose(price("reported", 9, 9, "USD", "2026"), price("street", 1, 1, "USD", "2024"),
                price("list", 2, 2, "USD", "2025"), price("channel", 3, 3, "USD", "2025")))
                .singleElement().satisfies(price -> assertThat(price.amount().typical()).isEqualTo(2));
    }

    @Test
    void eachCurrencyHasItsPrice() {
        assertThat(choose(price("list", 1, 1, "USD", "2024"), price("estimate", 7, 7, "CNY", "2024"))).hasSize(2);
    }

    @Test
    void sharesUsedPartsAndTheGreyMarketAreNoPrices() {
        assertThat(choose(price("share-of-system", 1, 1, "USD", "2024"), price("used", 1, 1, "USD", "2024"),
                price("grey-market", 1, 1, "USD", "2024"))).isEmpty();
    }
}
