package dev.llmplanner.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTableTest {

    static List<Chart> charts() {
        return ChartSamples.all();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyRowIsAsLongAsTheHead(Chart chart) {
        ChartTable table = ChartTable.of(chart);

        assertThat(table.rows()).isNotEmpty().allMatch(row -> row.size() == table.head().size());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void theNumbersDrawnAreThoseOfTheTable(Chart chart) {
        List<String> drawn = new ArrayList<>();
        for (Json series : ((JsonArray) ChartOption.of(chart).get("series").orElseThrow()).items()) {
            for (Json item : ((JsonArray) ((JsonObject) series).get("data").orElseThrow()).items()) {
                if (item instanceof JsonObject object && object.get("tooltip").isPresent()) {
                    Json value = object.get("value").orElseThrow();
                    List<Json> numbers = value instanceof JsonArray pair ? pair.items() : List.of(value);
                    numbers.forEach(number -> drawn.add(ChartSamples.number(((JsonNumber) number).value())));
                }
            }
        }
        ChartTable table = ChartTable.of(chart);
        if (chart instanceof StackedBars bars) {
            bars.limit().ifPresent(limit -> bars.bars().forEach(bar -> drawn.add(limit.amount().text())));
        }

        assertThat(table.rows().stream().flatMap(row -> row.subList(table.texts(), row.size()).stream()))
                .containsExactlyInAnyOrderElementsOf(drawn);
    }

    @Test
    void holdsTheNumbersOfTheSeries() {
        Lines lines = ChartSamples.lines();

        ChartTable table = ChartTable.of(lines);

        assertThat(table.head()).containsExactly("Model", "Context, tokens", "KV cache per request, GiB");
        assertThat(table.rows()).hasSize(4 * 8).contains(List.of("Llama 3.1 405B", "131,000", "64"));
        int row = 0;
        for (Lines.Line line : lines.lines()) {
            for (Point point : line.points()) {
                assertThat(table.rows().get(row++)).containsExactly(line.name(), point.x().text(), point.y().text());
            }
        }
    }

    @Test
    void aRooflinesTableNamesRidgesAndWork() {
        assertThat(ChartTable.of(ChartSamples.roofline()).rows()).extracting(row -> row.get(0))
                .containsExactly("Ridge 412 FLOP/byte", "Decode, 64 requests", "Prefill, 8,192 tokens");
    }

    @Test
    void theFileHoldsTheSameCellsQuotedWhereTheyNeedIt() {
        String csv = new ChartTable(List.of("Model", "Context, tokens"), 1,
                List.of(List.of("say \"hi\"", "1,024"), List.of("=cmd()", "-3.5"))).csv();

        assertThat(csv).isEqualTo("Model,\"Context, tokens\"\r\n\"say \"\"hi\"\"\",\"1,024\"\r\n'=cmd(),-3.5\r\n");
    }

    @Test
    void noCellOfTheFileIsAFormula() {
        String csv = new ChartTable(List.of("+A", "@B"), 1, List.of(
                List.of("=1+1", "-3.5"), List.of("-2+3+cmd|' /C calc'!A0", "-1,024.5"), List.of("\tx", "-1+A1"),
                List.of("\rx", "\u2013"), List.of("-", "2"))).csv();

        assertThat(csv).isEqualTo("'+A,'@B\r\n'=1+1,-3.5\r\n'-2+3+cmd|' /C calc'!A0,\"-1,024.5\"\r\n'\tx,'-1+A1\r\n"
                + "\"'\rx\",\u2013\r\n'-,2\r\n");
    }

    @Test
    void theLimitIsAColumn() {
        ChartTable table = ChartTable.of(ChartSamples.limited());

        assertThat(table.head()).endsWith("Reserved · GiB", "Capacity · GiB");
        assertThat(table.rows().get(1)).containsExactly("64", "86", "32", "15", "8", "141");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void theFigureHasTitleSummaryTableAndAKeyboardsPlace(Chart chart) {
        Element figure = ChartFigure.of(chart, ChartSamples.words()).node();

        String markup = Markup.of(figure);
        assertThat(markup).contains("role=\"application\"", "tabindex=\"0\"", "<table", "data-save=\"csv\"");
        assertThat(Markup.words(figure)).contains(chart.heading().title(), chart.heading().summary());
        ChartTable.of(chart).rows().forEach(row -> assertThat(Markup.words(figure)).contains(row));
    }

    @Test
    void aLinearAxisReachesItsHighestValueInRoundSteps() {
        Axis axis = Axis.linear("GB", 62, Double::toString);

        assertThat(axis.ticks()).extracting(Amount::value).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0);
        assertThat(Axis.linear("GB", 0, Double::toString).highest()).isPositive();
        assertThat(Axis.linear("GB", 0.004, Double::toString).ticks()).hasSizeBetween(4, 7);
    }

    @Test
    void aLogarithmicAxisSpansItsValuesInFewTicks() {
        Axis context = Axis.logarithmic("tokens", 2, 1024, 1_048_576, Double::toString);
        Axis rate = Axis.logarithmic("TFLOP/s", 10, 0.5, 1979, Double::toString);

        assertThat(context.lowest()).isEqualTo(1024);
        assertThat(context.highest()).isGreaterThanOrEqualTo(1_048_576);
        assertThat(context.ticks()).hasSizeLessThanOrEqualTo(8);
        assertThat(rate.ticks()).extracting(Amount::value).containsExactly(0.1, 1.0, 10.0, 100.0, 1000.0, 10_000.0);
        assertThat(Axis.logarithmic("ms", 10, 10, 100, Double::toString).ticks()).extracting(Amount::value)
                .containsExactly(10.0, 20.0, 50.0, 100.0);
    }
}
