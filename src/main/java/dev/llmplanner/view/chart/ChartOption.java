package dev.llmplanner.view.chart;

import static dev.llmplanner.view.chart.OptionParts.MUTED;
import static dev.llmplanner.view.chart.OptionParts.TEXT;
import static dev.llmplanner.view.chart.OptionParts.base;
import static dev.llmplanner.view.chart.OptionParts.fill;
import static dev.llmplanner.view.chart.OptionParts.grid;
import static dev.llmplanner.view.chart.OptionParts.horizontal;
import static dev.llmplanner.view.chart.OptionParts.item;
import static dev.llmplanner.view.chart.OptionParts.left;
import static dev.llmplanner.view.chart.OptionParts.list;
import static dev.llmplanner.view.chart.OptionParts.names;
import static dev.llmplanner.view.chart.OptionParts.numbers;
import static dev.llmplanner.view.chart.OptionParts.object;
import static dev.llmplanner.view.chart.OptionParts.plain;
import static dev.llmplanner.view.chart.OptionParts.ring;
import static dev.llmplanner.view.chart.OptionParts.symbolEmphasis;
import static dev.llmplanner.view.chart.OptionParts.text;
import static dev.llmplanner.view.chart.OptionParts.tip;
import static dev.llmplanner.view.chart.OptionParts.vertical;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The option of each kind of chart for Apache ECharts: plain JSON.
 *
 * <p>Two things are for the host: {@code axisLabel.texts}, the texts of {@code customValues}, and {@code figureHeight} in px. An item
 * with {@code tooltip.formatter} can be pointed at and come to by keyboard; the others are drawn only.
 */
public final class ChartOption implements Chart.Cases<JsonObject> {
    /** Not {@code height}, which the library would take for that of every component. */
    private static final String HEIGHT = "figureHeight";
    private static final double PLANE_HEIGHT = 340;
    private static final double PLANE_TOP = 32;
    /** Among more points a label that finds room says nothing of the others. */
    private static final int MOST_LABELLED = 60;
    private static final double BAR = 22;
    private static final double BAR_PITCH = 36;

    private ChartOption() {
    }

    /** The option of that chart. */
    public static JsonObject of(Chart chart) {
        return chart.match(new ChartOption());
    }

    @Override
    public JsonObject waterfall(Waterfall chart) {
        List<Json> starts = new ArrayList<>();
        List<Json> bars = new ArrayList<>();
        double at = 0;
        for (Waterfall.Bar bar : chart.bars()) {
            starts.add(new JsonNumber(bar.total() ? 0 : at));
            at = bar.total() ? at : at + bar.amount().value();
            bars.add(object().put("value", bar.amount().value()).put("name", plain(bar.label()))
                    .put("itemStyle", area(bar.ink()))
                    .put("emphasis", object().put("itemStyle", ring(bar.ink())).build())
                    .put("tooltip", tip(bar.says())).build());
        }
        List<String> names = chart.bars().stream().map(Waterfall.Bar::name).toList();
        double room = LabelRoom.widest(chart.bars().stream().map(Waterfall.Bar::label).toList());
        return base()
                .put(HEIGHT, chart.bars().size() * BAR_PITCH + 8 + OptionParts.BOTTOM)
                .put("grid", grid(8, room + 12, left(names)))
                .put("xAxis", horizontal(chart.amounts()))
                .put("yAxis", names(names))
                .put("series", list(
                        bar("").put("silent", true).put("itemStyle", object().put("color", "transparent").build())
                                .put("data", new JsonArray(starts)).build(),
                        bar("").put("label", text("right")).put("data", new JsonArray(bars)).build()))
                .put("media", OptionParts.isCrowded(chart.amounts()) ? whenNarrow(object().put("xAxis",
                        object().put("axisLabel", OptionParts.everySecond(chart.amounts())).build())) : list())
                .build();
    }

    @Override
    public JsonObject stackedBars(StackedBars chart) {
        List<Json> series = new ArrayList<>();
        for (StackedBars.Part part : chart.parts()) {
            List<Json> data = new ArrayList<>();
            for (int i = 0; i < part.amounts().size(); i++) {
                data.add(object().put("value", part.amounts().get(i).value())
                        .put("tooltip", tip(part.says().get(i))).build());
            }
            JsonObject.Builder one = bar(part.name()).put("itemStyle", area(part.ink()))
                    .put("emphasis", object().put("itemStyle", ring(part.ink())).build())
                    .put("data", new JsonArray(data));
            if (series.isEmpty()) {
                chart.limit().ifPresent(limit -> one.put("markLine", limit(limit)));
            }
            series.add(one.build());
        }
        double top = chart.limit().isPresent() ? 52 : 36;
        return base()
                .put(HEIGHT, chart.bars().size() * BAR_PITCH + top + 4 + OptionParts.BOTTOM)
                .put("legend", legend(true, 14))
                .put("grid", grid(top, 24, left(chart.bars())))
                .put("xAxis", horizontal(chart.amounts()))
                .put("yAxis", names(chart.bars()))
                .put("series", new JsonArray(series))
                .put("media", whenNarrow(object().put("grid", grid(top + 28, 24, left(chart.bars())))))
                .build();
    }

    /** A dashed line across the bars, its name at the upper end, on the side where the bars are. */
    private static JsonObject limit(StackedBars.Limit limit) {
        return object().put("silent", true).put("symbol", "none").put("animation", false)
                .put("lineStyle", object().put("color", TEXT).put("width", 1.5).put("type", numbers(4, 3)).build())
                .put("label", object().put("show", true).put("position", "start").put("formatter", plain(limit.name() + " " + limit.amount().text()))
                        .put("color", TEXT).put("fontSize", OptionParts.FONT).put("align", "right").put("distance", 2).build())
                .put("data", list(object().put("xAxis", limit.amount().value()).build())).build();
    }

    @Override
    public JsonObject tornado(Tornado chart) {
        List<String> names = chart.bars().stream().map(Tornado.Bar::name).toList();
        return base()
                .put(HEIGHT, chart.bars().size() * BAR_PITCH + 40 + OptionParts.BOTTOM)
                .put("legend", legend(true, 14))
                .put("grid", grid(36, 24, left(names)))
                .put("xAxis", horizontal(chart.changes()))
                .put("yAxis", names(names))
                .put("series", list(ends(chart.lowered(), Ink.WEIGHTS, chart.bars().stream().map(Tornado.Bar::low).toList()),
                        ends(chart.raised(), Ink.KV_CACHE, chart.bars().stream().map(Tornado.Bar::high).toList())))
                .build();
    }

    /** Two thin bars for each input, one below the other. */
    private static JsonObject ends(String name, Ink ink, List<Optional<Tornado.End>> ends) {
        List<Json> data = new ArrayList<>();
        for (Optional<Tornado.End> end : ends) {
            data.add(end.isEmpty() ? new JsonString("-") : object().put("value", end.get().amount().value())
                    .put("tooltip", tip(end.get().says())).build());
        }
        return object().put("type", "bar").put("name", plain(name)).put("barWidth", BAR / 2).put("barGap", "0%")
                .put("itemStyle", area(ink))
                .put("emphasis", object().put("itemStyle", ring(ink)).build())
                .put("data", new JsonArray(data)).build();
    }

    private static JsonObject.Builder bar(String name) {
        return object().put("type", "bar").put("name", plain(name)).put("stack", "all").put("stackStrategy", "all")
                .put("barWidth", BAR);
    }

    private static JsonObject area(Ink ink) {
        JsonObject.Builder area = object().put("color", ink.color()).put("borderColor", ink.outline()).put("borderWidth", 1);
        ink.decal().ifPresent(decal -> area.put("decal", decal));
        return area.build();
    }

    @Override
    public JsonObject lines(Lines chart) {
        double[] heights = new double[chart.lines().size()];
        for (int i = 0; i < heights.length; i++) {
            List<Point> points = chart.lines().get(i).points();
            heights[i] = points.isEmpty() ? 0 : y(chart.y(), points.get(points.size() - 1));
        }
        double[] shifts = LabelRoom.shifts(heights);
        List<Json> series = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            Lines.Line line = chart.lines().get(i);
            series.add(line(line.name(), line.ink(), line.points())
                    .put("endLabel", object().put("show", true).put("formatter", "{a}").put("distance", 8)
                            .put("color", TEXT).put("fontSize", OptionParts.FONT)
                            .put("offset", numbers(0, shifts[i])).build())
                    .build());
        }
        double room = LabelRoom.widest(chart.lines().stream().map(Lines.Line::name).toList());
        return plane(chart.x(), chart.y(), room + 20)
                .put("series", new JsonArray(series))
                .put("legend", legend(false, 28))
                .put("media", narrow(chart))
                .build();
    }

    /** Without room beside the plane, a legend above it names the lines. */
    private static JsonArray narrow(Lines chart) {
        List<Json> without = new ArrayList<>();
        for (int i = 0; i < chart.lines().size(); i++) {
            without.add(object().put("endLabel", object().put("show", false).build()).build());
        }
        double top = PLANE_TOP + 24 * Math.ceil(without.size() / 2.0);
        return whenNarrow(object()
                .put("grid", grid(top, 16, left(chart.y().texts())))
                .put("legend", legend(true, 28))
                .put("xAxis", object().put("axisLabel", OptionParts.everySecond(chart.x())).build())
                .put("series", new JsonArray(without)));
    }

    private static JsonArray whenNarrow(JsonObject.Builder option) {
        return list(object()
                .put("query", object().put("maxWidth", 479).build())
                .put("option", option.build())
                .build());
    }

    @Override
    public JsonObject scatter(Scatter chart) {
        LabelRoom room = new LabelRoom();
        for (Scatter.Group group : chart.groups()) {
            occupy(room, group.points(), group.joined(), chart.x(), chart.y());
        }
        for (double factor : chart.factors()) {
            occupy(room, chart.agreeing(factor), true, chart.x(), chart.y());
        }
        int all = chart.groups().stream().mapToInt(group -> group.points().size()).sum();
        List<Json> series = new ArrayList<>();
        for (Scatter.Group group : chart.groups()) {
            JsonArray data = list(group.points(), point ->
                    (all > MOST_LABELLED ? item(point) : labelled(point, room, chart.x(), chart.y())).build());
            series.add(group.joined()
                    ? line(group.name(), group.ink(), group.points()).put("data", data).build()
                    : points(group.name(), group.ink().symbol(), group.ink()).put("data", data).build());
        }
        for (double factor : chart.factors()) {
            series.add(guide(MUTED, factor == 1 ? "solid" : "dashed",
                    at(chart.agreeing(factor).get(0)), at(chart.agreeing(factor).get(1))));
        }
        boolean several = chart.groups().size() > 1;
        return plane(chart.x(), chart.y(), 24)
                .put("legend", legend(several, 14))
                .put("grid", grid(several ? PLANE_TOP + 24 : PLANE_TOP, 24, left(chart.y().texts())))
                .put("series", new JsonArray(series))
                .build();
    }

    @Override
    public JsonObject roofline(Roofline chart) {
        LabelRoom room = new LabelRoom();
        for (Roofline.Roof roof : chart.roofs()) {
            occupy(room, List.of(roof.from(chart), roof.ridge(), roof.to(chart)), true, chart.intensity(), chart.rate());
        }
        occupy(room, chart.works().stream().map(Roofline.Work::point).toList(), false, chart.intensity(), chart.rate());
        List<Json> series = new ArrayList<>();
        for (Roofline.Roof roof : chart.roofs()) {
            series.add(roof(roof, chart));
            series.add(points(roof.name(), "diamond", roof.ink())
                    .put("data", list(labelled(roof.ridge(), room, chart.intensity(), chart.rate()).build())).build());
        }
        for (Roofline.Work work : chart.works()) {
            series.add(points("", work.phase().symbol(), work.phase().ink())
                    .put("data", list(labelled(work.point(), room, chart.intensity(), chart.rate()).build())).build());
        }
        return plane(chart.intensity(), chart.rate(), 24)
                .put("series", new JsonArray(series))
                .build();
    }

    private static JsonObject roof(Roofline.Roof roof, Roofline chart) {
        return guide(roof.ink().color(), "solid",
                at(roof.from(chart)), at(roof.ridge()), at(roof.to(chart)));
    }

    private static JsonArray at(Point point) {
        return numbers(point.x().value(), point.y().value());
    }

    /** Keeps labels off those points, and off the line through them. */
    private static void occupy(LabelRoom room, List<Point> points, boolean joined, Axis x, Axis y) {
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            room.point(x(x, point), y(y, point));
            if (joined && i > 0) {
                Point before = points.get(i - 1);
                room.line(x(x, before), y(y, before), x(x, point), y(y, point));
            }
        }
    }

    /** A line that is drawn and says nothing. */
    private static JsonObject guide(String color, String dash, JsonArray... points) {
        return object().put("type", "line").put("silent", true).put("symbol", "none")
                .put("lineStyle", object().put("color", color).put("width", 1.5).put("type", dash).build())
                .put("data", list(points)).build();
    }

    private static JsonObject.Builder plane(Axis x, Axis y, double right) {
        return base()
                .put(HEIGHT, PLANE_HEIGHT)
                .put("grid", grid(PLANE_TOP, right, left(y.texts())))
                .put("xAxis", horizontal(x))
                .put("yAxis", vertical(y));
    }

    /** Pixels from the left at which a point stands in a column of common width. */
    private static double x(Axis axis, Point point) {
        return axis.share(point.x().value()) * LabelRoom.WIDTH;
    }

    /** Pixels from above at which a point stands. */
    private static double y(Axis axis, Point point) {
        return (1 - axis.share(point.y().value())) * (PLANE_HEIGHT - PLANE_TOP - OptionParts.BOTTOM);
    }

    private static JsonObject.Builder line(String name, Ink ink, List<Point> points) {
        return object().put("type", "line").put("name", plain(name))
                .put("symbol", ink.symbol()).put("symbolSize", 8).put("showAllSymbol", true)
                .put("lineStyle", object().put("color", ink.color()).put("width", 2).put("type", ink.dash()).build())
                .put("itemStyle", fill(ink))
                .put("emphasis", symbolEmphasis(ink))
                .put("data", list(points, point -> item(point).build()));
    }

    private static JsonObject.Builder points(String name, String symbol, Ink ink) {
        return object().put("type", "scatter").put("name", plain(name))
                .put("symbol", symbol).put("symbolSize", 10)
                .put("itemStyle", fill(ink))
                .put("emphasis", symbolEmphasis(ink));
    }

    private static JsonObject.Builder labelled(Point point, LabelRoom room, Axis x, Axis y) {
        JsonObject.Builder item = item(point);
        LabelRoom.Side side = room.place(x(x, point), y(y, point), point.name());
        return side == LabelRoom.Side.NONE || point.name().isEmpty() ? item : item.put("label", text(side.code()));
    }

    private static JsonObject legend(boolean shown, double itemWidth) {
        return object().put("show", shown).put("left", 0).put("top", 0).put("selectedMode", false)
                .put("itemWidth", itemWidth)
                .put("backgroundColor", "transparent").put("borderColor", "transparent")
                .put("textStyle", object().put("color", TEXT).put("fontSize", OptionParts.FONT).build()).build();
    }
}
