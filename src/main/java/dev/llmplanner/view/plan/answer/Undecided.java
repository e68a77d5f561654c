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

/** What missing facts leave open: each kind of fact once, with how many plans wait for it. */
public final class Undecided {
    private static final int MOST = 4;

    private final Scene scene;
    private final PlanWords words;
    private final BiFunction<String, String, Optional<Event>> enter;

    /**
     * The list.
     *
     * @param enter the event that lets the reader enter a fact, by code and subject; empty where the page has no field for it
     */
    public Undecided(Scene scene, BiFunction<String, String, Optional<Event>> enter) {
        this.scene = scene;
        this.words = new PlanWords(scene);
        this.enter = enter;
    }

    /** The fact that most plans wait for, where none is certain. */
    public List<Html> first(JsonObject result) {
        List<JsonCursor> facts = JsonCursor.of(result).items("missingFacts");
        if (facts.isEmpty() || !JsonCursor.of(result).items("plans").isEmpty()) {
            return List.of();
        }
        List<Html> first = new ArrayList<>(List.of(el("p", "reason").text(scene.say("plan.waits-most",
                Arguments.of("fact", words.fact(facts.get(0))).and("count", facts.get(0).integer("plans"))))));
        first.addAll(buttons(facts.get(0), facts.get(0).items("subjects")));
        return first;
    }

    /** Facts that plans of the result wait for. */
    public Html of(JsonObject result) {
        Map<String, List<String>> waiting = waiting(result);
        Html body = el("tbody");
        for (JsonCursor fact : JsonCursor.of(result).items("missingFacts")) {
            List<JsonCursor> subjects = fact.items("subjects");
            List<String> plans = new ArrayList<>();
            for (JsonCursor subject : subjects) {
                waiting.getOrDefault(key(fact, subject), List.of()).stream().filter(plan -> !plans.contains(plan)).forEach(plans::add);
            }
            List<String> limits = fact.items("constraints").stream().map(limit -> words.limit(limit.string())).toList();
            body.add(el("tr").key(fact.string("code") + " " + fact.string("field") + " " + fact.findString("part").orElse(""))
                    .add(el("th").attr("scope", "row").text(words.fact(fact)).add(buttons(fact, subjects)).add(files(subjects)))
                    .add(el("td").text(limits.isEmpty() ? scene.say("plan.decides-speed") : words.list(limits)))
                    .add(el("td", "number").text(scene.words().number(fact.integer("plans"), 0)))
                    .add(el("td").add(list(plans, fact.integer("plans")))));
        }
        Html head = el("tr");
        for (String column : List.of("facts", "decides", "waiting", "plan")) {
            head.add(el("th").attr("scope", "col").cls("number", column.equals("waiting"))
                    .text(scene.say("plan-column." + column)));
        }
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", scene.say("plan.undecided"))
                .add(el("table", "records").add(el("thead").add(head)).add(body));
    }

    /** The listed plans by code, field and subject of each fact that they wait for. */
    private Map<String, List<String>> waiting(JsonObject result) {
        Map<String, List<String>> waiting = new LinkedHashMap<>();
        for (JsonCursor each : JsonCursor.of(result).items("undecided")) {
            String plan = scene.say("plan.waits", Arguments.of("model", words.model(each.string("model")))
                    .and("server", each.find("plan").map(found -> words.servers(Plan.of(found)))
                            .orElseGet(() -> words.server(each))));
            for (JsonCursor fact : each.items("facts")) {
                waiting.computeIfAbsent(key(fact, fact), key -> new ArrayList<>()).add(plan);
            }
        }
        return waiting;
    }

    private static String key(JsonCursor fact, JsonCursor subject) {
        return fact.string("code") + " " + fact.string("field") + " " + subject.string("subject");
    }

    private List<Html> buttons(JsonCursor fact, List<JsonCursor> subjects) {
        List<Html> buttons = new ArrayList<>();
        for (JsonCursor each : subjects) {
            String subject = each.string("subject");
            enter.apply(fact.string("code"), subject).ifPresent(event -> buttons.add(el("button", "remedy").key(subject)
                    .attr("type", "button")
                    .text(fact.findString("part").isEmpty() ? scene.say("plan.enter-fact")
                            : scene.say("plan.enter-price", Arguments.of("record", words.subject(subject))))
                    .on("click", e -> event)));
        }
        return buttons.isEmpty() ? List.of()
                : List.of(el("p", "remedies").add(buttons.subList(0, Math.min(MOST, buttons.size()))));
    }

    private List<Html> files(List<JsonCursor> subjects) {
        Html list = el("ul");
        int count = 0;
        for (JsonCursor subject : subjects) {
            Optional<String> file = subject.findString("file");
            file.ifPresent(path -> list.add(el("li").add(el("code").text(path))));
            count += file.isPresent() ? 1 : 0;
        }
        return count == 0 ? List.of()
                : List.of(el("details").add(el("summary").text(scene.say("plan.fact-files", Arguments.of("count", count)))).add(list));
    }

    private Html list(List<String> plans, int all) {
        Html list = el("ul");
        int shown = Math.min(MOST, plans.size());
        plans.subList(0, shown).forEach(plan -> list.add(el("li").text(plan)));
        return list.when(all > shown && shown > 0, () -> el("li", "help")
                .text(scene.say("plan.waits-more", Arguments.of("count", all - shown))));
    }
}
