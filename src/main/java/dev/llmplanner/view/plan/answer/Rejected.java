package dev.llmplanner.view.plan.answer;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What is out and why, and wishes that exclude each other. */
public final class Rejected {
    private static final int ROWS = 40;
    private static final List<String> NUMBERS = List.of("closest", "asked", "candidates");

    private final Scene scene;
    private final PlanWords words;

    public Rejected(Scene scene) {
        this.scene = scene;
        this.words = new PlanWords(scene);
    }

    /** Regions without a plan, by the limit that rejected them. */
    public Html regions(JsonObject result) {
        Map<String, List<JsonCursor>> byLimit = new LinkedHashMap<>();
        for (JsonCursor each : JsonCursor.of(result).items("rejected")) {
            byLimit.computeIfAbsent(each.string("constraint"), key -> new ArrayList<>()).add(each);
        }
        Html body = el("tbody");
        byLimit.forEach((limit, regions) -> {
            for (JsonCursor region : regions.subList(0, Math.min(ROWS / 4, regions.size()))) {
                body.add(el("tr").key(limit + " " + region.string("model") + " " + words.server(region))
                        .add(el("th").attr("scope", "row").text(words.server(region))
                                .add(el("span", "detail").text(words.model(region.string("model")))))
                        .add(el("td").text(words.limit(limit)))
                        .add(el("td", "number").text(amount(region, "closest")))
                        .add(el("td", "number").text(amount(region, "limit")))
                        .add(el("td", "number").text(scene.words().number(region.number("candidates"), 0))));
            }
            int left = regions.size() - Math.min(ROWS / 4, regions.size());
            if (left > 0) {
                body.add(el("tr").key(limit).add(el("td").attr("colspan", 5)
                        .text(scene.say("plan.rejected-more", Arguments.of("count", left).and("limit", words.limit(limit))))));
            }
        });
        return table("rejected", List.of("region", "constraint", "closest", "asked", "candidates"), body);
    }

    private String amount(JsonCursor region, String name) {
        return region.findNumber(name).isEmpty() || region.findString("unit").isEmpty()
                ? "" : words.amount(region.number(name), region.string("unit"));
    }

    private Html table(String name, List<String> columns, Html body) {
        Html head = el("tr");
        for (String column : columns) {
            head.add(el("th").attr("scope", "col")
                    .cls("number", NUMBERS.contains(column))
                    .text(scene.say("plan-column." + column)));
        }
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", scene.say("plan." + name))
                .add(el("table", "records").add(el("thead").add(head)).add(body));
    }

    /**
     * Wishes that nothing can meet, each with what would meet it.
     *
     * @param loosen the event that loosens a limit to an amount; empty where no field stands for it
     */
    public Html contradictions(JsonObject result, BiFunction<String, Double, Optional<Event>> loosen) {
        Html list = el("ul", "contradictions");
        for (JsonCursor each : JsonCursor.of(result).items("contradictions")) {
            String code = each.string("code");
            List<String> limits = each.items("constraints").stream().map(limit -> words.limit(limit.string())).toList();
            Html item = el("li", "finding blocking").key(code)
                    .add(el("p").add(el("strong").text(scene.say("plan-contradiction." + code, Arguments
                            .of("limits", words.list(limits))
                            .and("asked", amount(each, "limit")).and("closest", amount(each, "closest"))))));
            if (each.findString("accelerator").isPresent()) {
                item.add(el("p", "detail").text(scene.say("plan.closest", Arguments
                        .of("model", each.findString("model").map(words::model).orElse(""))
                        .and("server", words.server(each)))));
            }
            Html buttons = el("p", "remedies");
            boolean[] any = {false};
            if (each.findNumber("closest").isPresent()) {
                for (JsonCursor limit : each.items("constraints")) {
                    loosen.apply(limit.string(), each.number("closest")).ifPresent(event -> {
                        any[0] = true;
                        buttons.add(el("button", "remedy").key(limit.string()).attr("type", "button")
                                .text(scene.say("plan.loosen", Arguments.of("limit", words.limit(limit.string()))
                                        .and("amount", amount(each, "closest"))))
                                .on("click", e -> event));
                    });
                }
            }
            list.add(any[0] ? item.add(buttons) : item);
        }
        return list;
    }
}
