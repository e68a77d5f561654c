package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Content;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Preset;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.scenario.ScenarioLink;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Formats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All fields of the Calculator, in groups. */
final class Inputs {
    private static final List<Field> LAYOUT = List.of(Field.TENSOR_PARALLEL, Field.PIPELINE_PARALLEL,
            Field.EXPERT_PARALLEL, Field.ATTENTION_DATA_PARALLEL);
    private static final List<Field> ADVANCED =
            List.of(Field.PREFIX_HITS, Field.SPECULATION_DEPTH, Field.SPECULATION_ACCEPTANCE, Field.MEMORY_FRACTION,
                     Field.MAX_MODEL_LENGTH, Field.MAX_BATCHED_TOKENS);

    private final Scene scene;
    private final Scenario scenario;
    private final FieldViews fields;

    Inputs(Scene scene) {
        this.scene = scene;
        this.scenario = scene.state().scenario();
        this.fields = new FieldViews(scene);
    }

    Html all() {
        return el("form", "inputs")
                .aria("label", scene.say("inputs.label"))
                .onInstead("submit", e -> new Event.Nothing())
                .add(group("inputs.model", fields.combo(Field.MODEL), weights(), fields.choice(Field.KV_CACHE)))
                .add(hardware())
                .add(engine())
                .add(workload())
                .add(advanced())
                .add(actions());
    }

    private Html group(String key, Content... contents) {
        return el("fieldset").key(key).add(el("legend").text(scene.say(key))).add(contents);
    }

    /** Formats that are published for the model first; the others are assumptions. */
    private Html weights() {
        Optional<ModelEntry> model = scene.catalog().model(scenario.text(Field.MODEL));
        Html published = el("optgroup").attr("label", scene.say("choice.weights.published"));
        Html others = el("optgroup").attr("label", scene.say("choice.weights.others"));
        for (String format : Choices.of(Field.WEIGHTS)) {
            (isPublished(format, model) ? published : others).add(option(format, model));
        }
        return fields.choice(Field.WEIGHTS, List.of(published, others));
    }

    private static boolean isPublished(String format, Optional<ModelEntry> model) {
        return format.equals(Choices.NATIVE)
                || model.isPresent()
                        && (model.get().recipes().containsKey(format)
                                || model.get().nativeRecipe().linear().code().equals(format));
    }

    private Html option(String format, Optional<ModelEntry> model) {
        return el("option").key(format)
                .attr("value", format)
                .flag("selected", scenario.has(Field.WEIGHTS, format))
                .text(format.equals(Choices.NATIVE) && model.isPresent()
                        ? scene.say("choice.weights.native-is", Arguments.of(
                                "format", Formats.recipe(model.get().nativeRecipe(), scene)))
                        : scene.say("choice.weights." + format));
    }

    private Html hardware() {
        boolean byServer = scenario.has(Field.HARDWARE, Choices.BY_SERVER);
        Html group = group("inputs.hardware", fields.radios(Field.HARDWARE));
        if (byServer) {
            group.add(fields.combo(Field.SERVER), fields.number(Field.NODES));
        } else {
            group.add(fields.combo(Field.ACCELERATOR));
        }
        return group.add(scenario.shows(Field.GPUS) ? fields.number(Field.GPUS) : gpusOfLayout())
                .add(fields.combo(Field.FABRIC));
    }

    private Html gpusOfLayout() {
        return el("p").text(scene.say("field.gpus.by-layout",
                Arguments.of("gpus", Chosen.number(scene.state().outcome().answer(), Field.GPUS))));
    }

    private Html engine() {
        boolean own = scenario.has(Field.LAYOUT, Choices.OWN);
        Html layout = own ? el("div", "pair") : el("p", "help").text(Chosen.layout(scene)).text(" ").text(Chosen.layoutReason(scene));
        if (own) {
            addNumbers(layout, LAYOUT);
        }
        return group("inputs.engine", fields.choice(Field.ENGINE), fields.radios(Field.LAYOUT), layout);
    }

    private void addNumbers(Html parent, List<Field> numbers) {
        for (Field field : numbers) {
            parent.add(fields.number(field));
        }
    }

    private Html workload() {
        Optional<Preset> chosen = Preset.of(scenario);
        Html presets = el("div", "presets").attr("role", "group").aria("label", scene.say("inputs.preset"));
        for (Preset preset : Preset.values()) {
            presets.add(el("button", "preset").key(preset.code())
                    .attr("type", "button")
                    .aria("pressed", chosen.isPresent() && chosen.get() == preset)
                    .text(scene.say("preset." + preset.code()))
                    .on("click", e -> new Event.PresetChosen(preset)));
        }
        return group("inputs.workload")
                .add(presets)
                .add(el("p", "help").text(
                        scene.say(chosen.isPresent() ? "preset." + chosen.get().code() + ".help" : "preset.own.help")))
                .add(el("div", "pair").add(fields.number(Field.INPUT_TOKENS)).add(fields.number(Field.OUTPUT_TOKENS)))
                .add(fields.radios(Field.LOAD))
                .add(fields.number(
                        scenario.has(Field.LOAD, Choices.BY_RATE) ? Field.REQUESTS_PER_SECOND : Field.CONCURRENCY))
                .add(fields.choice(Field.ARRIVAL));
    }

    private Html advanced() {
        Html details = el("details", "advanced").add(el("summary").text(scene.say("inputs.advanced")));
        addNumbers(details, ADVANCED);
        for (Field field : ADVANCED) {
            if (scene.state().outcome().problems().containsKey(field)) {
                details.flag("open", true);
            }
        }
        return details;
    }

    private Html actions() {
        Map<String, String> texts = scene.state().get(Additions.SLOT).carried(ScenarioLink.write(scenario));
        Map<String, String> embedded = new LinkedHashMap<>(texts);
        embedded.put(CalculatorPage.EMBED, "1");
        return el("div", "actions")
                .add(el("button").attr("type", "button").text(scene.say("action.copy-link"))
                        .on("click", e -> new Event.LinkWanted()))
                .add(el("button").attr("type", "button").text(scene.say("action.reset"))
                        .on("click", e -> new Event.ScenarioReset()))
                .add(el("a").id("embed-open").attr("href", "#" + Address.of(scene.state(), embedded, Route.CALCULATOR))
                        .text(scene.say("action.embed")))
                .add(el("a").attr("href", "#" + Address.of(scene.state(), texts, Route.of(Route.Place.HANDOVER)))
                        .text(scene.say("action.hand-over")));
    }
}
