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
    KV_CACHE("--kv", List.of(8, 4), "rect", dots()),
    ACTIVATIONS("--activations", List.of(2, 3), "triangle", lines(-0.785, 2, 5)),
    OVERHEAD("--overhead", List.of(10, 3, 2, 3), "diamond", lines(0.785, 2, 5)),
    /** The part of the weights that a batch's tokens choose. */
    EXPERTS("--chart-experts", List.of(14, 4), "arrow", lines(0, 2, 6)),
    OTHER("--muted", List.of(4, 2, 1, 2, 1, 2), "pin", lines(1.571, 1, 3));

    private final String property;
    private final List<Integer> dash;
    private final String symbol;
    private final JsonObject decal;

    Ink(String property, List<Integer> dash, String symbol, JsonObject decal) {
        this.property = property;
        this.dash = dash;
        this.symbol = symbol;
        this.decal = decal;
    }

    /** The look of the series of that number, where series have no meaning of their own. */
    public static Ink series(int number) {
        if (number >= values().length) {
            throw new IllegalArgumentException("more series than looks: " + (number + 1));
        }
        return values()[number];
    }

    String color() {
        return "var(" + property + ")";
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
        return decal("rect", numbers(1, 0), numbers(stroke, gap)).put("rotation", rotation).build();
    }

    private static JsonObject dots() {
        return decal("circle", new JsonArray(List.of(numbers(6, 6), numbers(0, 6, 6, 0))), numbers(5, 0))
                .put("symbolSize", 0.7).build();
    }

    private static JsonObject.Builder decal(String symbol, Json x, Json y) {
        return new JsonObject.Builder().put("symbol", symbol).put("dashArrayX", x).put("dashArrayY", y)
                .put("color", "var(--bg)");
    }

    private static JsonArray numbers(int... values) {
        return new JsonArray(Arrays.stream(values).<Json>mapToObj(JsonNumber::new).toList());
    }
}
