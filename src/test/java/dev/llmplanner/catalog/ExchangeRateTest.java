package dev.llmplanner.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonShapeException;
import dev.llmplanner.support.TestCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeRateTest {

    private static JsonCursor data(String rates) {
        return JsonCursor.of(JacksonJson.parse(
                "{\"sources\": [{\"title\": \"A bank\", \"ref\": \"https://bank.example\"}], \"rates\": " + rates + "}"));
    }

    private static String rate(String rate, String date, String source) {
        return "{\"cnyPerUsd\": " + rate + ", \"date\": " + date + ", \"source\": " + source + "}";
    }

    @Test
    void theCatalogsRateIsTheCentralParityRateOfADayWithItsSource() {
        ExchangeRate rate = TestCatalog.plant().rate().orElseThrow();

        assertThat(rate.cnyPerUsd()).isEqualTo(7.1287);
        assertThat(rate.date()).isEqualTo("2025-08-21");
        assertThat(rate.source()).contains("China Foreign Exchange Trade System", "http://en.people.cn/n3/2025/0821/");
    }

    @Test
    void theNewestRateCountsAndOfOneDayTheFirst() {
        String old = rate("7.3", "\"2025-01-15\"", "0");
        String newest = rate("7.1", "\"2025-08-21\"", "0");
        String again = rate("7.2", "\"2025-08-21\"", "0");

        assertThat(ExchangeRate.newest(data("[" + old + "," + newest + "," + again + "]")))
                .contains(new ExchangeRate(7.1, "2025-08-21", "A bank (https://bank.example)"));
        assertThat(ExchangeRate.newest(data("[]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {
        "0, '\"2025-08-21\"', 0, rates[0].cnyPerUsd",
        "-7, '\"2025-08-21\"', 0, rates[0].cnyPerUsd",
        "1e6, '\"2025-08-21\"', 0, rates[0].cnyPerUsd",
        "'\"7.1\"', '\"2025-08-21\"', 0, rates[0].cnyPerUsd",
        "7.1, '\"2025-08\"', 0, rates[0].date",
        "7.1, '\"some day\"', 0, rates[0].date",
        "7.1, '\"2025-08-2x\"', 0, rates[0].date",
        "7.1, '\"2025-08-21\"', 1, rates[0].source",
        "7.1, '\"2025-08-21\"', -1, rates[0].source"})
    void aRateThatCannotBeIsRefusedAtItsPlace(String rate, String date, String source, String place) {
        assertThatThrownBy(() -> ExchangeRate.newest(data("[" + rate(rate, date, source) + "]")))
                .isInstanceOf(JsonShapeException.class).hasMessageContaining(place);
    }
}
