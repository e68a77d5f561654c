package dev.llmplanner.view.chart;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a series looks: a colour of the page, and for paper without colour a dash, a symbol and a pattern of its own.
 *
 * <p>Colours are the style sheet's custom properties, so that theme, print and forced colours need no drawing anew.
 */
public enum Ink {
    WEIGHTS("--weights", List.of(), "circle", null),
    KV_CACHE("--kv", List.of(8, 4), "rect", dots(OptionParts.GROUND)),
    ACTIVATIONS("--activations", List.of(2, 3), "triangle", lines(-0.785, 2, 5)),
    OVERHEAD("--overhead", List.of(10, 3, 2, 3), "diamond", lines(0.785, 2, 5)),
    /** The part of the weights that a batch's tokens choose. */
    EXPERTS("--chart-experts", List.of(14, 4), "arrow", lines(0, 2, 6)),
    OTHER("--muted", List.of(4, 2, 1, 2, 1, 2), "pin", lines(1.571, 1, 3)),
    /** What nothing takes: as light as the ground, so that it has an outline. */
    FREE("--free", List.of(1, 4), "roundRect", dots(OptionParts.EDGE), OptionParts.EDGE),
    /** What may not be taken. */
    RESERVED("--bg", List.of(6, 2, 2, 2), "emptyRect", lines(-0.785, 1, 4, OptionParts.EDGE), OptionParts.EDGE);

    /** So many series without a meaning of their own are told apart. */
    public static final int SERIES = 6;

    private final String property;
    private final List<Integer> dash;
    private final String symbol;
    private final JsonObject decal;
    private final String outline;

    Ink(String property, List<Integer> dash, String symbol, JsonObject decal) {
        this(property, dash, symbol, decal, OptionParts.GROUND);
    }

    Ink(String property, List<Integer> dash, String symbol, JsonObject decal, String outline) {
        this.outline = outline;
        this.property = property;
        this.dash = dash;
        this.symbol = symbol;
        this.decal = decal;
    }

    /** The look of the series of that number, where series have no meaning of their own. */
    public static Ink series(int number) {
        if (number >= SERIES) {
            throw new IllegalArgumentException("more series than looks: " + (number + 1));
        }
        return values()[number];
    }

    String color() {
        return "var(" + property + ")";
    }

    /** Around a filled area: where two meet, the ground between them. */
    String outline() {
        return outline;
    }

    String symbol() {
        return symbol;
    }

    /** {@code solid}, or lengths of strokes and gaps in px. */
    Json dash() {
        return dash.isEmpty()
                ? new JsonString("solid")
                : new JsonArray(dash.stream().<Json>map(JsonNumber::new).toList());
    }

    /** The pattern over a filled area, if any; the style sheet shows it where colours can't be told apart. */
    Optional<JsonObject> decal() {
        return Optional.ofNullable(decal);
    }

    private static JsonObject lines(double rotation, int stroke, int gap) {
        return lines(rotation, stroke, gap, OptionParts.GROUND);
    }

    private static JsonObject lines(double rotation, int stroke, int gap, String color) {
        return decal("rect", numbers(1, 0), numbers(stroke, gap), color).put("rotation", rotation).build();
    }

    private static JsonObject dots(String color) {
        return decal("circle", new JsonArray(List.of(numbers(6, 6), numbers(0, 6, 6, 0))), numbers(5, 0), color)
                .put("symbolSize", 0.7).build();
    }

    private static JsonObject.Builder decal(String symbol, Json x, Json y, String color) {
        return new JsonObject.Builder().put("symbol", symbol).put("dashArrayX", x).put("dashArrayY", y)
                .put("color", color);
    }

    private static JsonArray numbers(int... values) {
        return new JsonArray(Arrays.stream(values).<Json>mapToObj(JsonNumber::new).toList());
    }
}
