package dev.llmplanner.view.plan.chart;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.chart.Amount;
import dev.llmplanner.view.chart.Axis;
import dev.llmplanner.view.chart.Chart;
import dev.llmplanner.view.chart.Heading;
import dev.llmplanner.view.chart.Ink;
import dev.llmplanner.view.chart.Lines;
import dev.llmplanner.view.chart.Point;
import dev.llmplanner.view.chart.Waterfall;
import dev.llmplanner.view.plan.answer.Plan;
import dev.llmplanner.view.plan.answer.PlanWords;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one plan costs: part by part, and year by year beside the same accelerators rented at all hours.
 *
 * <p>Both end at the plan's own sum over its years: {@code purchase + years × yearly − resale}, typical amounts. A plan
 * without a priced part has neither.
 */
public final class BillCharts {
    private static final int DIGITS = 3;
    /** Below this share of the sum a rounding, not an amount. */
    private static final double NOTHING = 1e-9;

    private final Scene scene;
    private final PlanWords words;
    private final JsonCursor cost;
    private final String money;

    private BillCharts(Scene scene, JsonCursor cost) {
        this.scene = scene;
        this.words = new PlanWords(scene);
        this.cost = cost;
        this.money = scene.say("plan-currency." + cost.string("currency"));
    }

    /** The charts of that plan's bill; none where nothing has a price. */
    public static Optional<BillCharts> of(Plan plan, Scene scene) {
        return JsonCursor.of(plan.json()).find("cost").filter(known -> known.at("tco").number("typical") > 0)
                .map(known -> new BillCharts(scene, known));
    }

    private double sum(String name) {
        return cost.at(name).number("typical");
    }

    private double count() {
        return cost.number("years");
    }

    /** What is left of the purchase at the end. */
    private double resale() {
        double resale = sum("purchase") + count() * sum("yearly") - sum("tco");
        return resale > NOTHING * sum("tco") ? resale : 0;
    }

    /** What the sum over the years is made of. */
    public Chart parts() {
        List<Waterfall.Bar> bars = new ArrayList<>();
        amounts("lines").forEach((part, amount) -> bars.add(bar(scene.say("plan-part." + part), Ink.WEIGHTS, amount, false)));
        amounts("yearlyLines").forEach((part, amount) -> bars.add(
                bar(scene.say("plan-part." + part), Ink.KV_CACHE, count() * amount, false)));
        if (resale() > 0) {
            bars.add(bar(scene.say("plan-bill.resale"), Ink.ACTIVATIONS, -resale(), false));
        }
        bars.add(bar(scene.say("plan-cost.total"), Ink.OTHER, sum("tco"), true));
        double highest = sum("purchase") + count() * sum("yearly");
        return new Waterfall(new Heading("plan-bill", over("plan-bill.title"), lacking(over("plan-bill.summary"))),
                Axis.linear(over("plan-bill.amount"), highest, this::text), scene.say("plan-cost-column.part"), bars);
    }

    /** Typical amounts of those lines, those of one part together. */
    private Map<String, Double> amounts(String lines) {
        Map<String, Double> amounts = new LinkedHashMap<>();
        for (JsonCursor line : cost.items(lines)) {
            line.find("amount").filter(amount -> amount.number("typical") > 0)
                    .ifPresent(amount -> amounts.merge(line.string("part"), amount.number("typical"), Double::sum));
        }
        return amounts;
    }

    private Waterfall.Bar bar(String name, Ink ink, double value, boolean total) {
        return new Waterfall.Bar(name, ink, new Amount(value, text(value)), text(value),
                scene.say("plan-bill.says", Arguments.of("part", name)
                        .and("amount", words.money(value, cost.string("currency")))
                        .and("share", scene.figures().percent(value / sum("tco")))), total);
    }

    /** What has been paid by each year: owning, and renting the same accelerators. */
    public Chart years() {
        List<Lines.Line> lines = new ArrayList<>();
        lines.add(owning());
        double highest = Math.max(sum("purchase") + count() * sum("yearly"), renting("rent", Ink.KV_CACHE, lines));
        highest = Math.max(highest, renting("rentReserved", Ink.ACTIVATIONS, lines));
        return new Lines(new Heading("plan-years", over("plan-years.title"), lacking(summary())),
                Axis.linear(scene.say("plan-years.year"), count(), year -> scene.words().number(year, 1)),
                Axis.linear(scene.say("plan-years.amount", Arguments.of("currency", money)), highest, this::text),
                scene.say("plan-years.way"), lines);
    }

    private Lines.Line owning() {
        String name = scene.say("plan-years.owning");
        List<Point> points = new ArrayList<>();
        for (double year = 0; year < count(); year++) {
            points.add(point(name, year, sum("purchase") + year * sum("yearly")));
        }
        points.add(point(name, count(), sum("purchase") + count() * sum("yearly")));
        if (resale() > 0) {
            points.add(point(scene.say("plan-years.sold"), count(), sum("tco")));
        }
        return new Lines.Line(name, Ink.WEIGHTS, points);
    }

    /** Adds the line of that rent, if it is known in the plan's currency; answers its highest amount. */
    private double renting(String way, Ink ink, List<Lines.Line> lines) {
        Optional<JsonCursor> rent = rent(way);
        if (rent.isEmpty()) {
            return 0;
        }
        String name = scene.say("plan-years." + way);
        List<Point> points = new ArrayList<>();
        for (double year = 0; year < count(); year++) {
            points.add(point(name, year, year * rent.get().number("typical")));
        }
        points.add(point(name, count(), count() * rent.get().number("typical")));
        lines.add(new Lines.Line(name, ink, points));
        return count() * rent.get().number("typical");
    }

    private Optional<JsonCursor> rent(String way) {
        return cost.find(way).filter(known -> known.string("currency").equals(cost.string("currency")));
    }

    private Point point(String name, double year, double amount) {
        String years = scene.words().number(year, 1);
        return new Point("", new Amount(year, years), new Amount(amount, text(amount)),
                scene.say("plan-years.says", Arguments.of("way", name).and("year", years)
                        .and("amount", words.money(amount, cost.string("currency")))));
    }

    /** When what is paid for owning is less than the rent so far, if it ever is. */
    private String summary() {
        Optional<JsonCursor> rent = rent("rent");
        if (rent.isEmpty()) {
            return scene.say("plan-years.no-rent");
        }
        double saved = rent.get().number("typical") - sum("yearly");
        double meet = saved > 0 ? sum("purchase") / saved : Double.POSITIVE_INFINITY;
        return meet <= count()
                ? scene.say("plan-years.meet", Arguments.of("years", scene.words().significant(meet, 2)))
                : over("plan-years.never");
    }

    private String lacking(String summary) {
        String lacks = words.lacks(cost.at("tco"));
        return lacks.isEmpty() ? summary : scene.say("plan-bill.with", Arguments.of("summary", summary).and("lacks", lacks));
    }

    private String over(String key) {
        return scene.say(key, Arguments.of("years", count()).and("currency", money));
    }

    private String text(double value) {
        return scene.words().significant(value, DIGITS);
    }
}
