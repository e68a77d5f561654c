package dev.llmplanner.view.plan.cost;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.plan.answer.Plan;
import dev.llmplanner.view.plan.answer.PlanWords;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Optional;

/** The bill of one plan: sums first, then what is paid once and what each year, and what the sums lack. */
public final class CostView {
    private static final List<String> SUMS = List.of("purchase", "yearly", "depreciation", "tco", "rent", "rentReserved",
            "perMillionOutputTokens", "perMillionInputTokens", "perMillionOutputTokensAlone");

    private final Scene scene;
    private final PlanWords words;

    public CostView(Scene scene) {
        this.scene = scene;
        this.words = new PlanWords(scene);
    }

    /** The bill of that plan. */
    public Html of(Plan plan) {
        Html bill = el("div", "plan-cost");
        Optional<JsonCursor> cost = JsonCursor.of(plan.json()).find("cost");
        if (cost.isEmpty()) {
            return bill.add(el("p", "help").text(scene.say("plan-cost.none")));
        }
        bill.add(sums(cost.get()));
        power(plan).ifPresent(bill::add);
        return bill.add(lines("lines", cost.get().items("lines"), cost.get().at("purchase")))
                .add(lines("yearlyLines", cost.get().items("yearlyLines"), cost.get().at("yearly")));
    }

    private Html sums(JsonCursor cost) {
        Html sums = el("dl", "facts");
        for (String name : SUMS) {
            Optional<JsonCursor> total = cost.find(name);
            if (total.isPresent() || name.equals("rent")) {
                sums.add(sum(name, total, cost.number("years")));
            }
        }
        cost.find("breakEvenUtilizationFraction").ifPresent(share -> sums.add(el("div").key("even")
                .add(el("dt").text(scene.say("plan-cost.break-even")))
                .add(el("dd").add(el("span", "value").text(breakEven(share)))
                        .add(el("span", "detail").text(scene.say("plan-cost.break-even-help"))))));
        return sums;
    }

    private Html sum(String name, Optional<JsonCursor> total, double years) {
        Html value = el("dd");
        if (total.isEmpty()) {
            value.add(el("span", "value missing").text(scene.say("plan.no-price")));
        } else {
            value.add(el("span", "value").text(words.typical(total.get())))
                    .add(el("span", "detail").text(words.range(total.get())));
            String lacks = words.lacks(total.get());
            if (!lacks.isEmpty()) {
                value.add(el("span", "detail lacks").text(lacks));
            }
        }
        return el("div").key(name)
                .add(el("dt").text(scene.say("plan-cost." + name, Arguments.of("years", years)))).add(value);
    }

    /** Above one owning never pays. */
    private String breakEven(JsonCursor share) {
        return share.number("low") > 1 ? scene.say("plan-cost.never")
                : scene.say("band.range", Arguments.of("low", scene.figures().percent(share.number("low")))
                        .and("high", scene.figures().percent(share.number("high"))));
    }

    private Optional<Html> power(Plan plan) {
        return JsonCursor.of(plan.json()).find("power").map(power -> {
            Html list = el("dl", "facts");
            for (String name : List.of("idleWatts", "typicalWatts", "peakWatts", "facilityPeakWatts")) {
                power.find(name).ifPresent(watts -> list.add(el("div").key(name)
                        .add(el("dt").text(scene.say("plan-power." + name)))
                        .add(el("dd").add(el("span", "value").text(words.kilowatts(watts.number("typical"))))
                                .add(el("span", "detail").text(scene.say("band.range",
                                        Arguments.of("low", words.kilowatts(watts.number("low")))
                                                .and("high", words.kilowatts(watts.number("high")))))))));
            }
            return el("div").key("power").add(el("h3").text(scene.say("plan-cost.power")))
                    .add(list)
                    .add(el("p", "help").text(scene.say("plan-power." + power.string("origin"))));
        });
    }

    private Html lines(String name, List<JsonCursor> lines, JsonCursor total) {
        Html head = el("tr");
        for (String column : List.of("part", "count", "price", "amount", "origin", "source")) {
            head.add(el("th").attr("scope", "col")
                    .cls("number", column.equals("count") || column.equals("price") || column.equals("amount"))
                    .text(scene.say("plan-cost-column." + column)));
        }
        Html body = el("tbody");
        for (JsonCursor line : lines) {
            body.add(line(line));
        }
        String lacks = words.lacks(total);
        Html foot = el("tfoot").add(el("tr")
                .add(el("th").attr("scope", "row").attr("colspan", 3).text(scene.say("plan-cost.total")))
                .add(el("td", "number").text(words.typical(total)).add(el("span", "detail").text(words.range(total))))
                .add(el("td").attr("colspan", 2).text(lacks)));
        return el("div").key(name).add(el("h3").text(scene.say("plan-cost." + name)))
                .add(el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", scene.say("plan-cost." + name))
                        .add(el("table", "records bill").add(el("thead").add(head)).add(body).add(foot)));
    }

    private Html line(JsonCursor line) {
        String id = line.string("id");
        String item = scene.catalog().server(id).map(server -> server.name())
                .or(() -> scene.catalog().accelerator(id).map(device -> device.name()))
                .orElse(id.equals("*") ? "" : id);
        String unit = line.findString("unit").orElse("");
        return el("tr").key(line.string("part") + " " + id)
                .add(el("th").attr("scope", "row").text(scene.say("plan-part." + line.string("part")))
                        .add(el("span", "detail").text(item)))
                .add(el("td", "number").text(unit.equals("share") || unit.equals("share-year")
                        ? "" : scene.words().significant(line.number("count"), 4)))
                .add(price(line, unit))
                .add(line.find("amount").isPresent() ? amount(line) : missing())
                .add(el("td").add(line.find("amount").isPresent() ? el("span", "chip origin-" + line.string("origin"))
                        .text(scene.say("plan-origin." + line.string("origin"))) : el("span")))
                .add(PriceSource.of(line.findString("source").orElse(""),
                        line.findString("date").map(scene.words()::date).orElse("")));
    }

    private Html price(JsonCursor line, String unit) {
        Optional<JsonCursor> price = line.find("unitPrice");
        if (price.isEmpty()) {
            return missing();
        }
        double low = price.get().number("low");
        double high = price.get().number("high");
        boolean share = unit.equals("share") || unit.equals("share-year") || unit.equals("factor");
        String currency = line.findString("currency").orElse("USD");
        String typical = share ? scene.figures().percent(price.get().number("typical"))
                : words.money(price.get().number("typical"), currency);
        String range = low == high ? "" : !share ? words.bareRange(price.get()) : scene.say("band.range",
                Arguments.of("low", scene.figures().percent(low)).and("high", scene.figures().percent(high)));
        return el("td", "number").text(typical)
                .add(el("span", "detail").text(unit.isEmpty() ? range : scene.say("plan-unit-price." + unit)))
                .add(el("span", "detail").text(range));
    }

    private Html amount(JsonCursor line) {
        JsonCursor amount = line.at("amount");
        String currency = line.findString("currency").orElse("USD");
        return el("td", "number").text(words.money(amount.number("typical"), currency))
                .when(amount.number("low") != amount.number("high"), () -> el("span", "detail")
                        .text(words.bareRange(amount)));
    }

    private Html missing() {
        return el("td", "number missing").text(scene.say("plan.no-price"));
    }
}
