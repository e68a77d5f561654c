package dev.llmplanner.view.guide;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Outcome;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.calculator.Problems;
import dev.llmplanner.view.form.FindingWords;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Problem;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.widget.Chips;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario on a guide's page: what is asked, to be changed in place, and what comes out. */
final class ScenarioCard {
    private final Scene scene;
    private final GuideFigures figures;
    private final Ledger ledger;
    private final GuideScenario definition;
    private final Scenario scenario;
    private final Outcome outcome;
    private final String id;

    ScenarioCard(Scene scene, GuideFigures figures, Ledger ledger, String scenarioId) {
        this.scene = scene;
        this.figures = figures;
        this.ledger = ledger;
        this.definition = figures.scenarios().get(scenarioId);
        this.scenario = ledger.scenario(scenarioId);
        this.outcome = ledger.outcome(scenarioId);
        this.id = "scenario-" + scenarioId;
    }

    /**
     * The card.
     *
     * @param title nodes of the guide's text
     */
    Node of(List<Node> title) {
        boolean edited = !Edits.of(scene.state()).texts().isEmpty();
        Html name = el("p", "scenario-title").id(id + "-title").attr("tabindex", -1);
        title.forEach(name::add);
        Html card = el("section", "scenario").id(id).aria("labelledby", id + "-title").add(name)
                .add(el("div", "scenario-fields").each(chosen(), each -> each).each(definition.edit(), this::field))
                .add(answer());
        if (edited) {
            card.add(el("p", "help scenario-note").text(scene.say("guide.edited")));
        }
        return card.add(el("p", "scenario-actions")
                .add(el("a", "go").attr("href", "#" + Address.of(scene.state(), scenario))
                        .text(scene.say("guide.to-calculator")))
                .when(edited, () -> el("button").attr("type", "button").text(scene.say("guide.reset"))
                        .on("click", e -> new Edits.Reset(id + "-title")))).node();
    }

    /** Numbers that the first card of a guide offers before its own fields. */
    private List<Html> chosen() {
        boolean first = figures.scenarios().values().stream().filter(each -> !each.edit().isEmpty()).findFirst()
                .filter(each -> each.id().equals(definition.id())).isPresent();
        List<Html> fields = new ArrayList<>();
        if (first) {
            figures.chosen().values().forEach(number -> fields.add(chosen(number)));
        }
        return fields;
    }

    private Html chosen(ChosenNumber chosen) {
        String inputId = "chosen-" + chosen.name();
        boolean wrong = ledger.value(chosen.name()).number().isEmpty();
        return labelled(inputId, chosen.labels().get(scene.words().language()),
                input(inputId, ledger.text(chosen), wrong, chosen.name()),
                wrong ? scene.say("guide.chosen-wrong") : "");
    }

    private Html field(Field field) {
        String inputId = definition.id() + "-" + field.key();
        String name = definition.id() + "." + field.key();
        Problem problem = outcome.problems().get(field);
        Html control = field.kind() == Field.Kind.COUNT || field.kind() == Field.Kind.NUMBER
                ? input(inputId, scenario.text(field), problem != null, name)
                : select(inputId, field, name);
        return labelled(inputId, scene.say("field." + field.key() + ".label"), control,
                problem == null ? "" : Problems.text(field, problem, scene));
    }

    private Html input(String inputId, String text, boolean wrong, String name) {
        Html input = el("input").id(inputId).attr("type", "text").attr("inputmode", "decimal").attr("autocomplete", "off")
                .attr("value", text).aria("invalid", wrong)
                .on("input", e -> new Edits.Typed(name, e.value()));
        return wrong ? input.aria("describedby", inputId + "-problem") : input;
    }

    private Html labelled(String inputId, String label, Html control, String problem) {
        return el("div", "field").key(inputId).cls("wrong", !problem.isEmpty())
                .add(el("label", "label").attr("for", inputId).text(label))
                .add(control)
                .when(!problem.isEmpty(), () -> el("p", "error").id(inputId + "-problem").text(problem));
    }

    private Html select(String inputId, Field field, String name) {
        Html select = el("select").id(inputId).on("change", e -> new Edits.Typed(name, e.value()));
        switch (field) {
            case MODEL -> {
                Map<String, Html> vendors = new LinkedHashMap<>();
                scene.models().stream().filter(model -> model.architecture().isPresent()).forEach(model ->
                        group(vendors, model.vendor()).add(option(field, model.id(), model.name())));
                select.add(vendors.values());
            }
            case ACCELERATOR -> {
                Map<String, Html> vendors = new LinkedHashMap<>();
                scene.catalog().accelerators().forEach(device ->
                        group(vendors, device.vendor()).add(option(field, device.id(), device.name())));
                select.add(vendors.values());
            }
            case SERVER -> {
                Map<String, Html> vendors = new LinkedHashMap<>();
                scene.catalog().servers().forEach(server ->
                        group(vendors, server.vendor()).add(option(field, server.id(), server.name())));
                select.add(vendors.values());
            }
            case FABRIC -> {
                select.add(option(field, "", scene.say("field.fabric.none")));
                scene.catalog().fabrics().forEach(fabric -> select.add(option(field, fabric.id(), fabric.name())));
            }
            default -> Choices.of(field).forEach(code -> select.add(option(field, code,
                    scene.say("choice." + field.key() + "." + (code.isEmpty() ? "auto" : code)))));
        }
        return select;
    }

    private Html group(Map<String, Html> vendors, String vendor) {
        return vendors.computeIfAbsent(vendor, key -> el("optgroup").key(key).attr("label", scene.vendor(key)));
    }

    private Html option(Field field, String value, String text) {
        return el("option").key(value.isEmpty() ? "none" : value).attr("value", value)
                .flag("selected", scenario.has(field, value)).text(text);
    }

    private Html answer() {
        Html answer = el("div", "scenario-answer").aria("live", "polite");
        if (outcome.answer().isEmpty()) {
            Optional<Problem> general = outcome.general();
            return answer.add(el("p", "error").text(general.isPresent()
                    ? Problems.text(general.get(), scene)
                    : scene.say("guide.no-answer")));
        }
        Answer known = outcome.answer().get();
        Html judgement = el("p", "judgement").add(Chips.verdict(scene, known.estimate().verdict()))
                .add(Chips.confidence(scene, known.estimate().confidence()));
        Finding worst = worst(known.estimate().findings());
        if (worst != null) {
            judgement.add(el("span", "reason").text(new FindingWords(scene).of(worst)));
        }
        Html shown = el("dl", "figures");
        definition.show().forEach(name -> shown.add(figure(name, known)));
        return answer.add(judgement).add(shown);
    }

    /** What keeps it from fitting, or from being known; a mere note isn't shown here. */
    private static Finding worst(List<Finding> findings) {
        for (Finding.Severity severity : List.of(Finding.Severity.BLOCKING, Finding.Severity.UNKNOWN,
                Finding.Severity.WARNING)) {
            for (Finding finding : findings) {
                if (finding.severity() == severity) {
                    return finding;
                }
            }
        }
        return null;
    }

    private Html figure(String name, Answer answer) {
        Html figure = el("div", "figure").key(name)
                .add(el("dt").text(scene.say("guide-figure." + name)))
                .add(el("dd", "value").text(Quote.text(ledger.value(definition.id() + "." + name), scene)));
        Optional<Band> band = AnswerFigure.named(name).flatMap(known -> known.band(answer));
        return band.isEmpty() ? figure : figure.add(el("dd", "band")
                .add(el("a").attr("href", Route.of(Route.Place.ACCURACY).href()).attr("title", scene.say("evidence.accuracy"))
                        .text(name.equals(AnswerFigure.OUTPUT.code())
                                ? scene.figures().tokensPerSecondBand(band.get())
                                : scene.figures().secondsBand(band.get()))));
    }
}
