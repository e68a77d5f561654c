package dev.llmplanner.view.plan.ask;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.form.FormView;
import dev.llmplanner.view.node.Content;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The form: demand, requests, service levels, limits, where to search, plant. */
public final class AskView {
    private static final Dial USERS = Dial.decades(PlanEntries.USERS, 1, 100_000);
    private static final Dial SESSIONS = Dial.decades(PlanEntries.SESSIONS_PER_HOUR, 1, 100_000);
    private static final Dial RATE = Dial.decades(PlanEntries.REQUESTS_PER_SECOND, 0.01, 1000);
    private static final Dial IN_FLIGHT = Dial.decades(PlanEntries.IN_FLIGHT, 1, 100_000);
    private static final Dial TTFT = Dial.decades(PlanEntries.TTFT, 0.1, 60);
    private static final Dial SPEED = Dial.decades(PlanEntries.SPEED, 1, 300);
    private static final Dial BUDGET = Dial.decades(PlanEntries.BUDGET, 10_000, 1e8);
    private static final Dial KILOWATTS = Dial.decades(PlanEntries.KILOWATTS, 1, 10_000);
    private static final Dial RACKS = Dial.even(PlanEntries.RACKS, 1, 24, 1);

    private final Scene scene;
    private final Entries entries;
    private final Function<Entries, Event> event;
    private final FormView form;
    private final ListView lists;
    private final String rateHelp;

    /**
     * The form.
     *
     * @param rateHelp what stands below the exchange rate
     * @param event    that a change makes
     */
    public AskView(Scene scene, Entries entries, String rateHelp, Function<Entries, Event> event) {
        this.scene = scene;
        this.entries = entries;
        this.event = event;
        this.form = new FormView(scene, entries, event);
        this.lists = new ListView(scene, entries, event);
        this.rateHelp = rateHelp;
    }

    /**
     * All fields.
     *
     * @param derivation how the demand follows, once it is known
     */
    public Html all(Optional<? extends Content> derivation) {
        return el("form", "inputs plan-ask").aria("label", scene.say("plan.form"))
                .onInstead("submit", e -> new Event.Nothing())
                .add(demand(derivation))
                .add(service())
                .add(limits())
                .add(space())
                .add(plant());
    }

    private Html demand(Optional<? extends Content> derivation) {
        Html fields = group("demand").add(choice(PlanEntries.DEMAND));
        switch (entries.text(PlanEntries.DEMAND)) {
            case PlanEntries.SESSIONS -> fields.add(dial(SESSIONS))
                    .add(pair(number(PlanEntries.TURNS), number(PlanEntries.PEAK)))
                    .add(pair(number(PlanEntries.FIRST), number(PlanEntries.ADDED)))
                    .add(number(PlanEntries.REUSED));
            case PlanEntries.RATE -> fields.add(dial(RATE));
            case PlanEntries.CONCURRENCY -> fields.add(dial(IN_FLIGHT));
            default -> {
                boolean thinks = entries.text(PlanEntries.PACE).equals(PlanEntries.BY_THINKING);
                fields.add(dial(USERS))
                        .add(pair(number(PlanEntries.ACTIVE), number(PlanEntries.PEAK)))
                        .add(pair(choice(PlanEntries.PACE), number(thinks ? PlanEntries.THINK : PlanEntries.PER_HOUR)));
            }
        }
        boolean sessions = entries.text(PlanEntries.DEMAND).equals(PlanEntries.SESSIONS);
        fields.add(sessions ? number(PlanEntries.OUTPUT) : pair(number(PlanEntries.INPUT), number(PlanEntries.OUTPUT)));
        derivation.ifPresent(fields::add);
        Html more = el("div", "plan-more").add(pair(number(PlanEntries.GROWTH), choice(PlanEntries.MONTH)));
        if (!sessions) {
            more.add(number(PlanEntries.PREFIX));
        }
        return fields.add(more("demand", more.add(pair(number(PlanEntries.DEPTH), number(PlanEntries.ACCEPTANCE)))));
    }

    private Html service() {
        OptionalDouble speed = entries.number(PlanEntries.SPEED, scene.words());
        return group("service")
                .add(dial(TTFT))
                .add(dial(SPEED))
                .add(el("p", "help plan-tpot").key("tpot").text(speed.isEmpty() ? scene.say("plan.no-tpot")
                        : scene.say("plan.tpot", Arguments.of("tpot", scene.figures().seconds(1 / speed.getAsDouble())))))
                .add(pair(choice(PlanEntries.PERCENTILE), number(PlanEntries.CONTEXT)));
    }

    private Html limits() {
        return group("limits")
                .add(dial(BUDGET))
                .add(pair(choice(PlanEntries.CURRENCY),
                        form.explained(PlanEntries.EXCHANGE, "plan-field.fx", rateHelp)))
                .add(dial(RACKS))
                .add(dial(KILOWATTS))
                .add(choice(PlanEntries.SPARES))
                .add(more("limits", pair(number(PlanEntries.UNITS), number(PlanEntries.GPUS))));
    }

    private Html space() {
        return group("space")
                .add(lists.of(PlanEntries.MODELS))
                .add(lists.of(PlanEntries.ACCELERATORS))
                .add(lists.of(PlanEntries.COUNTRIES))
                .add(choice(PlanEntries.RANK))
                .add(more("space", el("div", "plan-more")
                        .add(lists.of(PlanEntries.SERVERS))
                        .add(lists.of(PlanEntries.VENDORS))
                        .add(lists.of(PlanEntries.STANDINGS))
                        .add(lists.of(PlanEntries.ENGINES))
                        .add(lists.of(PlanEntries.WEIGHTS))
                        .add(lists.of(PlanEntries.KV_CACHE))
                        .add(choice(PlanEntries.MODE))
                        .add(choice(PlanEntries.FABRIC))
                        .add(number(PlanEntries.LARGEST))));
    }

    private Html plant() {
        return group("plant").add(more("plant", el("div", "plan-more")
                .add(pair(number(PlanEntries.YEARS), number(PlanEntries.RESIDUAL)))
                .add(pair(number(PlanEntries.BUSY), number(PlanEntries.STAFF)))
                .add(pair(number(PlanEntries.RACK_KILOWATTS), number(PlanEntries.RACK_UNITS)))
                .add(pair(choice(PlanEntries.HOUSED), number(PlanEntries.TERABYTES)))));
    }

    private Html group(String name) {
        return el("fieldset").key(name).add(el("legend").text(scene.say("plan-group." + name)));
    }

    private Html more(String name, Content content) {
        return el("details").key("more").add(el("summary").text(scene.say("plan-more." + name))).add(content);
    }

    private static Html pair(Html first, Html second) {
        return el("div", "pair").add(first).add(second);
    }

    private Html number(Entry entry) {
        String help = "plan-help." + entry.name();
        return form.input(entry, "plan-field." + entry.name(), scene.words().knows(help) ? help : "");
    }

    private Html dial(Dial dial) {
        String label = scene.say("plan-field." + dial.entry().name());
        return el("div", "dialled").key(dial.entry().name())
                .add(number(dial.entry())).add(dial.slider(scene, entries, label, event));
    }

    private Html choice(Entry entry) {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> words = PlanEntries.choices(entry, scene.catalog());
        for (String word : words) {
            options.put(word, entry.equals(PlanEntries.FABRIC) && !word.isEmpty()
                    ? scene.catalog().fabric(word).map(fabric -> fabric.name()).orElse(word)
                    : scene.say("plan-choice." + entry.name() + "-" + (word.isEmpty() ? "none" : word)));
        }
        return form.select(entry, "plan-field." + entry.name(), options);
    }
}
