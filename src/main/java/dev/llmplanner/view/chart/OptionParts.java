package dev.llmplanner.view.chart;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Pieces of an option that all kinds share, by the visual language: light grid, no frame, the title with its unit at the end
 * of the axis, texts instead of numbers, no animation.
 */
final class OptionParts {
    static final String TEXT = "var(--text)";
    static final String MUTED = "var(--muted)";
    static final String LINE = "var(--line)";
    static final String GROUND = "var(--bg)";
    static final String EDGE = "var(--edge)";
    static final int FONT = 12;

    /** Room below a plane for ticks and title. */
    static final double BOTTOM = 44;

    /** The widest names of bars before they break. */
    private static final double NAMES = 144;

    /** What a phone leaves for the plane beside them. */
    private static final double NARROW = 200;

    private OptionParts() {
    }

    static JsonObject.Builder object() {
        return new JsonObject.Builder();
    }

    static JsonArray list(Json... items) {
        return new JsonArray(List.of(items));
    }

    static <T> JsonArray list(List<T> items, Function<T, Json> json) {
        return new JsonArray(items.stream().map(json).toList());
    }

    static JsonArray numbers(double... values) {
        Json[] items = new Json[values.length];
        for (int i = 0; i < values.length; i++) {
            items[i] = new JsonNumber(values[i]);
        }
        return list(items);
    }

    /** Every option begins so. The host adds the page's font. */
    static JsonObject.Builder base() {
        return object()
                .put("animation", false)
                .put("textStyle", object().put("color", TEXT).put("fontSize", FONT).build())
                .put("tooltip", object()
                        .put("trigger", "item").put("triggerOn", "none").put("renderMode", "richText")
                        .put("confine", true).put("transitionDuration", 0)
                        .put("backgroundColor", "var(--surface)").put("borderColor", "var(--edge)")
                        .put("borderWidth", 1).put("shadowBlur", 0).put("shadowOffsetX", 0).put("shadowOffsetY", 0)
                        .put("textStyle", object().put("color", TEXT).put("fontSize", FONT).build())
                        .build());
    }

    /** The plane's margins, wide enough for the texts of the axes. */
    static JsonObject grid(double top, double right, double left) {
        return object().put("left", left).put("right", right).put("top", top).put("bottom", BOTTOM)
                .put("outerBoundsMode", "none").build();
    }

    /** Room for the texts of a left axis. */
    static double left(List<String> texts) {
        return Math.min(LabelRoom.widest(texts), NAMES) + 12;
    }

    /** The lower axis of a plane, its title right below its end. */
    static JsonObject horizontal(Axis axis) {
        return axis(axis, object().put("color", MUTED).put("fontSize", FONT)
                .put("align", "right").put("verticalAlign", "top").put("padding", numbers(24, 0, 0, 0)).build(), 0);
    }

    /** The left axis of a plane, its title above its end. */
    static JsonObject vertical(Axis axis) {
        return axis(axis, object().put("color", MUTED).put("fontSize", FONT).put("align", "left").build(), 12);
    }

    private static JsonObject axis(Axis axis, JsonObject nameStyle, double nameGap) {
        JsonObject.Builder built = object().put("type", axis.scale().code());
        if (axis.scale() == Axis.Scale.LOGARITHMIC) {
            built.put("logBase", 10);
        }
        JsonArray at = list(axis.ticks(), tick -> new JsonNumber(tick.value()));
        return built.put("min", axis.lowest()).put("max", axis.highest())
                .put("name", plain(axis.title())).put("nameLocation", "end").put("nameGap", nameGap)
                .put("nameTextStyle", nameStyle)
                .put("axisLine", object().put("show", false).build())
                .put("axisTick", object().put("show", false).put("customValues", at).build())
                .put("axisLabel", object().put("color", MUTED).put("fontSize", FONT).put("customValues", at)
                        .put("texts", list(axis.ticks(), tick -> new JsonString(tick.text()))).build())
                .put("splitLine", object().put("customValues", at)
                        .put("lineStyle", object().put("color", LINE).put("width", 1).build()).build())
                .build();
    }

    /** Whether the texts of an axis touch in a narrow column, beside the names of bars. */
    static boolean isCrowded(Axis axis) {
        double all = 0;
        for (String text : axis.texts()) {
            all += LabelRoom.width(text) + LabelRoom.GAP;
        }
        return all > NARROW;
    }

    /** Half of the ticks, for a plane half as wide. */
    static JsonObject everySecond(Axis axis) {
        List<Json> at = new ArrayList<>();
        for (int i = 0; i < axis.ticks().size(); i += 2) {
            at.add(new JsonNumber(axis.ticks().get(i).value()));
        }
        return object().put("customValues", new JsonArray(at)).build();
    }

    /** The left axis of bars: their names, from above. */
    static JsonObject names(List<String> names) {
        return object().put("type", "category").put("inverse", true)
                .put("data", list(names, name -> new JsonString(plain(name))))
                .put("axisLine", object().put("show", false).build())
                .put("axisTick", object().put("show", false).build())
                .put("axisLabel", object().put("color", TEXT).put("fontSize", FONT).put("interval", 0)
                        .put("width", NAMES).put("overflow", "break").build())
                .build();
    }

    /** What is shown on pointing at an item and read aloud on coming to it. */
    static JsonObject tip(String says) {
        return object().put("formatter", plain(says)).build();
    }

    /** An item of a plane. */
    static JsonObject.Builder item(Point point) {
        return object().put("value", numbers(point.x().value(), point.y().value()))
                .put("name", plain(point.name())).put("tooltip", tip(point.says()));
    }

    /** Symbols keep their colour and get a ring when they are pointed at. */
    static JsonObject symbolEmphasis(Ink ink) {
        return object()
                .put("itemStyle", ring(ink))
                .put("lineStyle", object().put("color", ink.color()).put("width", 2).build()).build();
    }

    static JsonObject ring(Ink ink) {
        return object().put("color", ink.color()).put("borderColor", TEXT).put("borderWidth", 2).build();
    }

    static JsonObject fill(Ink ink) {
        return object().put("color", ink.color()).put("opacity", 1).build();
    }

    static JsonObject text(String position) {
        return object().put("show", true).put("position", position).put("formatter", "{b}")
                .put("color", TEXT).put("fontSize", FONT).build();
    }

    /** Braces mean something to the chart library, and names may come from a file that someone else wrote. */
    static String plain(String text) {
        return text.replace('{', '(').replace('}', ')');
    }
}
