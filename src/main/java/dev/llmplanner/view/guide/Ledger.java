package dev.llmplanner.view.guide;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Outcome;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.form.FindingWords;
import dev.llmplanner.view.plan.ask.PlanEntries;
import dev.llmplanner.view.plan.ask.PlanRequest;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Numeral;
import dev.llmplanner.view.scenario.Patch;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Chips;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What every name in a guide stands for, with the reader's edits. */
final class Ledger {
    private static final String COMPUTED = "=";

    /** Chosen numbers of these names are the terms of costs. */
    static final String YEARS = "years";
    static final String EXCHANGE = "exchange";

    private final Scene scene;
    private final GuideFigures figures;
    private final Map<String, String> edits;
    private final Answers answers;
    private final SearchAnswers searches;
    private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    /**
     * A ledger of the present.
     *
     * @param edits texts by {@code scenario.field} or name of a chosen number
     */
    Ledger(Scene scene, GuideFigures figures, Map<String, String> edits, Answers answers, SearchAnswers searches) {
        this.scene = scene;
        this.figures = figures;
        this.edits = edits;
        this.answers = answers;
        this.searches = searches;
    }

    /**
     * The value of that name.
     *
     * @throws IllegalArgumentException where nothing has that name
     */
    Value value(String name) {
        Optional<RecordValue> record = record(name);
        if (record.isPresent()) {
            return record.get().value(scene);
        }
        int dot = name.indexOf('.');
        if (dot > 0 && figures.scenarios().containsKey(name.substring(0, dot))) {
            return figure(name.substring(0, dot), name.substring(dot + 1));
        }
        if (dot > 0 && figures.searches().containsKey(name.substring(0, dot))) {
            return SearchFigure.value(name.substring(dot + 1), found(name.substring(0, dot)), scene);
        }
        if (figures.chosen().containsKey(name)) {
            return chosen(figures.chosen().get(name));
        }
        Quote named = figures.named().get(name);
        if (named == null) {
            throw new IllegalArgumentException("nothing is named " + name);
        }
        return once(name, () -> named.value(this::value));
    }

    /** The fact that a name means, of a record or of whatever a scenario names; empty for other names. */
    Optional<RecordValue> record(String name) {
        int slash = name.indexOf('/');
        boolean ofScenario = slash > 0 && name.indexOf(' ') < 0 && figures.scenarios().containsKey(name.substring(0, slash));
        return ofScenario
                ? Optional.of(ofRecord(name.substring(0, slash), name.substring(slash + 1)))
                : RecordValue.parse(name);
    }

    private Value chosen(ChosenNumber chosen) {
        OptionalDouble number = scene.words().parse(text(chosen).trim());
        boolean usable = number.isPresent()
                && number.getAsDouble() >= chosen.least() && number.getAsDouble() <= chosen.most();
        return Value.of(chosen.measure(), usable ? number : OptionalDouble.empty());
    }

    /** The text in the field of that number. */
    String text(ChosenNumber chosen) {
        return edits.getOrDefault(chosen.name(), chosen.text());
    }

    private Value figure(String id, String name) {
        Optional<Answer> answer = outcome(id).answer();
        Optional<AnswerFigure> figure = AnswerFigure.named(name);
        if (figure.isPresent()) {
            return answer.isPresent() ? orNone(figure.get().of(answer.get()), answer) : Value.UNKNOWN;
        }
        Optional<Value> operators = AnswerFigure.operators(name, answer);
        if (operators.isPresent()) {
            return orNone(operators.get(), answer);
        }
        OptionalDouble gpus = answer.isPresent() ? AnswerFigure.GPUS.of(answer.get()).number() : OptionalDouble.empty();
        Optional<Value> cost = new FleetCosts(scene, term(YEARS), term(EXCHANGE)).figure(name, scenario(id), gpus);
        return cost.isPresent() ? cost.get() : word(id, name, answer);
    }

    /** What doesn't fit has no speed: that isn't unknown, there is none. */
    private Value orNone(Value value, Optional<Answer> answer) {
        boolean none = !value.isKnown() && answer.isPresent()
                && answer.get().estimate().verdict() == Verdict.DOES_NOT_FIT;
        return none ? value.none(scene.say("figure.absent")) : value;
    }

    /** A chosen number that costs depend on; absent where the guide has none of that name. */
    private OptionalDouble term(String name) {
        ChosenNumber chosen = figures.chosen().get(name);
        return chosen == null ? OptionalDouble.empty() : chosen(chosen).number();
    }

    private Value word(String id, String name, Optional<Answer> answer) {
        Scenario scenario = scenario(id);
        return switch (name) {
            case "model" -> Value.of(ofRecord(id, "model/name").name(scene));
            case "model-id" -> Value.of(scenario.text(Field.MODEL));
            case "hardware" -> Value.of(ofRecord(id, scenario.shows(Field.ACCELERATOR) ? "accelerator/name" : "server/name")
                    .name(scene));
            case "machine" -> Value.of(machine(scenario, id));
            case "engine" -> Value.of(scene.say("choice.engine." + scenario.text(Field.ENGINE)));
            case "precision" -> Value.of(scene.say("choice.weights." + scenario.text(Field.WEIGHTS)));
            case "verdict" -> answer.map(known -> Value.of(scene.say("verdict." + known.estimate().verdict().code())))
                    .orElse(Value.UNKNOWN);
            case "confidence" -> answer.map(known -> Value.of(scene.say("guide-confidence."
                    + Chips.code(known.estimate().confidence())))).orElse(Value.UNKNOWN);
            case "bottleneck" -> answer.flatMap(known -> known.estimate().speed())
                    .map(speed -> Value.of(scene.say("guide-bottleneck." + speed.bottleneck().code())))
                    .orElse(Value.UNKNOWN);
            case "layout" -> answer.map(this::layout).orElse(Value.UNKNOWN);
            default -> throw new IllegalArgumentException("a scenario has no figure " + name);
        };
    }

    /** How many of what: 8 × NVIDIA H200. */
    private String machine(Scenario scenario, String id) {
        boolean server = !scenario.shows(Field.ACCELERATOR);
        Value count = figure(id, server ? AnswerFigure.NODES.code() : AnswerFigure.GPUS.code());
        return scene.say("guide.machine", Arguments.of("count", Quote.text(count, scene))
                .and("name", ofRecord(id, server ? "server/name" : "accelerator/name").name(scene)));
    }

    private Value layout(Answer answer) {
        if (!(answer.request().get("layout").orElse(null) instanceof JsonObject layout)) {
            return Value.UNKNOWN;
        }
        return Value.of(FindingWords.layout(scene, new ParallelLayout(degree(layout, "tensorParallel"),
                degree(layout, "pipelineParallel"), degree(layout, "expertParallel"),
                degree(layout, "attentionDataParallel"))));
    }

    private static int degree(JsonObject layout, String name) {
        return layout.get(name).orElse(null) instanceof JsonNumber number ? (int) number.value() : 1;
    }

    /** The record that a scenario names, with the pointer of one of its facts: {@code model/…}, {@code accelerator/…}. */
    RecordValue ofRecord(String id, String path) {
        Scenario scenario = scenario(id);
        int slash = path.indexOf('/');
        String kind = slash < 0 ? path : path.substring(0, slash);
        String record = switch (kind) {
            case "model" -> scenario.text(Field.MODEL);
            case "server" -> scenario.text(Field.SERVER);
            case "fabric" -> scenario.text(Field.FABRIC);
            case "accelerator" -> accelerator(scenario);
            default -> throw new IllegalArgumentException("a scenario names no " + kind);
        };
        return RecordValue.parse(kind + "/" + record + path.substring(slash)).orElseThrow();
    }

    private String accelerator(Scenario scenario) {
        return scenario.shows(Field.ACCELERATOR)
                ? scenario.text(Field.ACCELERATOR)
                : scene.catalog().server(scenario.text(Field.SERVER)).map(server -> server.acceleratorId()).orElse("");
    }

    /** What the planner says to that scenario. */
    Outcome outcome(String id) {
        return answers.of(scenario(id), scene);
    }

    /** The scenario as the Calculator's fields hold it, with the reader's edits. */
    Scenario scenario(String id) {
        Scenario known = scenarios.get(id);
        if (known != null) {
            return known;
        }
        GuideScenario definition = figures.scenarios().get(id);
        if (definition == null) {
            throw new IllegalArgumentException("no scenario " + id);
        }
        Scenario scenario = once(id, () -> edited(id, defined(definition)));
        scenarios.put(id, scenario);
        return scenario;
    }

    /** Hardware that is named by server brings its own number of GPUs. */
    private Scenario defined(GuideScenario definition) {
        JsonObject request = computed(definition.request());
        Scenario start = definition.like().map(this::scenario).orElse(Scenario.INITIAL.with(Field.GPUS, ""));
        return Patch.apply(request.get("server").isPresent() ? start.with(Field.GPUS, "") : start, request);
    }

    private Scenario edited(String id, Scenario scenario) {
        Scenario edited = scenario;
        String prefix = id + ".";
        for (Map.Entry<String, String> edit : edits.entrySet()) {
            if (edit.getKey().startsWith(prefix)) {
                Field field = Field.ofKey(edit.getKey().substring(prefix.length())).orElseThrow();
                edited = edited.with(field, edit.getValue());
            }
        }
        return edited;
    }

    /** The request with numbers in the place of what is computed; a number that is unknown is left out. */
    private JsonObject computed(JsonObject request) {
        JsonObject.Builder computed = new JsonObject.Builder();
        for (Map.Entry<String, Json> member : request.members().entrySet()) {
            Json value = member.getValue();
            if (value instanceof JsonObject group) {
                computed.put(member.getKey(), computed(group));
            } else if (value instanceof JsonString text && text.value().startsWith(COMPUTED)) {
                Quote.parse(text.value().substring(COMPUTED.length())).value(this::value).number()
                        .ifPresent(number -> computed.put(member.getKey(), number));
            } else {
                computed.put(member.getKey(), value);
            }
        }
        return computed.build();
    }

    /** What that search found; empty while it is computed, and where a field can't be used. */
    Optional<JsonObject> found(String id) {
        return question(id).flatMap(searches::of);
    }

    /** The request of that search; empty where a field can't be used. */
    Optional<JsonObject> question(String id) {
        return PlanRequest.of(entries(id), scene.words(), Optional.empty());
    }

    /** The page that plans, with that search's question. */
    String planAddress(String id) {
        return Address.of(scene.state(), entries(id).link(PlanEntries.ALL), Route.of(Route.Place.PLAN));
    }

    /** The fields of that search, with the reader's edits. */
    Entries entries(String id) {
        Map<String, String> texts = once(id, () -> texts(id));
        List<String> wrong = new ArrayList<>();
        Entries entries = PlanEntries.read(scene.catalog(), texts, wrong);
        if (!wrong.isEmpty() || !texts.isEmpty()) {
            throw new IllegalArgumentException("search " + id + " can't use " + wrong + texts.keySet());
        }
        return entries;
    }

    private Map<String, String> texts(String id) {
        GuideSearch search = figures.searches().get(id);
        Map<String, String> texts = new LinkedHashMap<>();
        if (search.like().isPresent()) {
            String other = search.like().get();
            texts.putAll(once(other, () -> texts(other)));
        }
        search.fields().forEach((name, text) -> texts.put(name, computed(text)));
        String prefix = id + ".";
        edits.forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                texts.put(name.substring(prefix.length()), text);
            }
        });
        return texts;
    }

    /** A number that is unknown is no number. */
    private String computed(String text) {
        if (!text.startsWith(COMPUTED)) {
            return text;
        }
        OptionalDouble number = Quote.parse(text.substring(COMPUTED.length())).value(this::value).number();
        return number.isPresent() ? Numeral.text(number.getAsDouble()) : "";
    }

    /**
     * Fields of the page that plans, by their names in links.
     *
     * @throws IllegalArgumentException where there is no such field
     */
    static List<Entry> entries(List<String> names) {
        List<Entry> entries = new ArrayList<>();
        for (String name : names) {
            entries.add(PlanEntries.ALL.stream().filter(entry -> entry.name().equals(name)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the page that plans has no field " + name)));
        }
        return entries;
    }

    private interface Computation<T> {
        T result();
    }

    /** Refuses a name that is computed from itself. */
    private <T> T once(String name, Computation<T> computation) {
        if (!open.add(name)) {
            throw new IllegalArgumentException(name + " is computed from itself");
        }
        try {
            return computation.result();
        } finally {
            open.remove(name);
        }
    }
}
