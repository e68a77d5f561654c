package dev.llmplanner.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartOptionTest {
    private static final Path GOLDEN = Path.of("src/test/resources/chart");

    /** {@code -Dchart.write=true} writes the options down anew; read the difference before it is committed. */
    private static final boolean WRITE = Boolean.getBoolean("chart.write");

    static List<Chart> charts() {
        return ChartSamples.all();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void theOptionIsTheOneWrittenDown(Chart chart) throws IOException {
        Path file = GOLDEN.resolve(chart.heading().id() + ".json");
        String option = JacksonJson.pretty(ChartOption.of(chart)) + "\n";
        if (WRITE) {
            Files.writeString(file, option);
        }

        assertThat(option).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyColourIsATokenOfThePage(Chart chart) {
        for (JsonObject part : objects(ChartOption.of(chart))) {
            for (String name : List.of("color", "borderColor", "backgroundColor")) {
                part.get(name).ifPresent(color -> assertThat(((JsonString) color).value())
                        .matches("var\\(--[a-z-]+\\)|transparent"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void nothingMoves(Chart chart) {
        assertThat(ChartOption.of(chart).get("animation")).hasToString("Optional[JsonBoolean[value=false]]");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyPointOfTheTableSaysSomething(Chart chart) {
        int spoken = 0;
        for (JsonObject series : series(ChartOption.of(chart))) {
            for (Json item : items(series)) {
                boolean says = item instanceof JsonObject object && object.get("tooltip").isPresent();
                spoken += says ? 1 : 0;
            }
        }
        ChartTable table = ChartTable.of(chart);

        boolean each = chart instanceof StackedBars || chart instanceof Tornado;
        int limits = chart instanceof StackedBars bars && bars.limit().isPresent() ? 1 : 0;
        int numbers = each ? table.head().size() - table.texts() - limits : 1;
        assertThat(spoken).isEqualTo(table.rows().size() * numbers);
    }

    @ParameterizedTest
    @EnumSource(Ink.class)
    void withoutColourEveryInkDiffersInDashSymbolAndPattern(Ink ink) {
        for (Ink other : Ink.values()) {
            if (other != ink) {
                assertThat(other.dash()).isNotEqualTo(ink.dash());
                assertThat(other.symbol()).isNotEqualTo(ink.symbol());
                assertThat(other.decal()).isNotEqualTo(ink.decal());
                assertThat(other.color()).isNotEqualTo(ink.color());
            }
        }
    }

    @Test
    void prefillIsASquareAndDecodeACircle() {
        List<JsonObject> series = series(ChartOption.of(ChartSamples.roofline()));

        assertThat(series).extracting(one -> text(one, "symbol")).containsExactly("none", "diamond", "circle", "rect");
    }

    @Test
    void aRoofRisesWithItsBandwidthAndIsLevelFromTheRidge() {
        List<Json> roof = items(series(ChartOption.of(ChartSamples.roofline())).get(0));

        assertThat(numbers(roof.get(0)).get(1) / numbers(roof.get(0)).get(0)).isCloseTo(1979.0 / 412, within());
        assertThat(numbers(roof.get(1))).containsExactly(412.0, 1979.0);
        assertThat(numbers(roof.get(2))).containsExactly(10_000.0, 1979.0);
    }

    @Test
    void aWaterfallsBarsStandOnTheSumOfThoseBefore() {
        List<JsonObject> series = series(ChartOption.of(ChartSamples.waterfall()));

        assertThat(items(series.get(0))).extracting(at -> ((JsonNumber) at).value())
                .containsExactly(0.0, 12.5, 50.5, 58.75, 0.0);
    }

    @Test
    void anAmountThatIsTakenOffLeadsBack() {
        List<JsonObject> series = series(ChartOption.of(ChartSamples.resold()));

        assertThat(items(series.get(0))).extracting(at -> ((JsonNumber) at).value()).containsExactly(0.0, 100.0, 130.0, 0.0);
        assertThat(series).allMatch(one -> text(one, "stackStrategy").equals("all"));
    }

    @Test
    void longTextsOfAnAxisAreThinnedInANarrowColumn() {
        Waterfall money = new Waterfall(ChartSamples.resold().heading(), Axis.linear("USD", 800_000, ChartSamples::number), "Part",
                ChartSamples.resold().bars());

        assertThat(JacksonJson.compact(ChartOption.of(money).get("media").orElseThrow()))
                .contains("\"maxWidth\":479", "\"customValues\":[0,400000,800000]");
        assertThat(JacksonJson.compact(ChartOption.of(ChartSamples.waterfall()).get("media").orElseThrow())).isEqualTo("[]");
    }

    @Test
    void theLimitIsALineWithItsNameAndAmount() {
        JsonObject line = (JsonObject) series(ChartOption.of(ChartSamples.limited())).get(0).get("markLine").orElseThrow();

        assertThat(JacksonJson.compact(line)).contains("\"formatter\":\"Capacity 141\"", "[{\"xAxis\":141}]");
    }

    @Test
    void theBandOfAgreementStaysInThePlane() {
        List<JsonObject> series = series(ChartOption.of(ChartSamples.agreement()));

        for (JsonObject line : series.subList(1, 4)) {
            for (Json point : items(line)) {
                assertThat(numbers(point)).allMatch(value -> value >= 10 - 1e-9 && value <= 100 + 1e-9);
            }
        }
    }

    @Test
    void bracesOfANameReachTheLibraryAsParentheses() {
        assertThat(JacksonJson.compact(ChartOption.of(ChartSamples.stackedBars()))).contains("B200 (x)")
                .doesNotContain("{x}");
    }

    @Test
    void namesAtLinesEndsDoNotOverlap() {
        double[] shifts = LabelRoom.shifts(new double[] {50, 48, 200, 49});

        Set<Double> places = new HashSet<>(List.of(50 + shifts[0], 48 + shifts[1], 200 + shifts[2], 49 + shifts[3]));
        assertThat(places).containsExactlyInAnyOrder(48.0, 64.0, 80.0, 200.0);
    }

    @Test
    void aNameWithoutRoomIsLeftOut() {
        LabelRoom room = new LabelRoom();
        room.point(100, 100);

        Set<LabelRoom.Side> sides = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            sides.add(room.place(100, 100, "a name"));
        }

        assertThat(sides).containsExactlyInAnyOrder(LabelRoom.Side.values());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    private static String text(JsonObject object, String name) {
        return ((JsonString) object.get(name).orElseThrow()).value();
    }

    private static List<JsonObject> series(JsonObject option) {
        return ((JsonArray) option.get("series").orElseThrow()).items().stream().map(JsonObject.class::cast).toList();
    }

    private static List<Json> items(JsonObject series) {
        return ((JsonArray) series.get("data").orElseThrow()).items();
    }

    private static List<Double> numbers(Json point) {
        return ((JsonArray) point).items().stream().map(number -> ((JsonNumber) number).value()).toList();
    }

    private static List<JsonObject> objects(Json json) {
        List<JsonObject> found = new ArrayList<>();
        if (json instanceof JsonObject object) {
            found.add(object);
            object.members().values().forEach(member -> found.addAll(objects(member)));
        } else if (json instanceof JsonArray array) {
            array.items().forEach(item -> found.addAll(objects(item)));
        }
        return found;
    }
}
