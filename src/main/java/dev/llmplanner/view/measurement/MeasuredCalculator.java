package dev.llmplanner.view.measurement;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.benchmark.LocalCalibration;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Outcome;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Calculator with the factors of a measurement in use: it shows scaled figures and says so above them. The state keeps the
 * reference, so that undoing is leaving the factors out.
 */
public final class MeasuredCalculator implements Section {
    private final Section calculator;

    public MeasuredCalculator(Section calculator) {
        this.calculator = calculator;
    }

    @Override
    public Html page(Scene scene) {
        Optional<Answer> answer = scene.state().outcome().answer().filter(any -> any.estimate().speed().isPresent());
        Optional<LocalCalibration> local = answer
                .flatMap(any -> Deployments.key(any, scene.catalog()))
                .flatMap(key -> Measurements.of(key, scene.state()));
        if (local.isEmpty()) {
            return calculator.page(scene);
        }
        State scaled = scaled(scene.state(), answer.get(), local.get());
        return el("div", "measured-calculator")
                .add(note(scene, local.get()))
                .add(calculator.page(new Scene(scaled, scene.resources())));
    }

    private static Html note(Scene scene, LocalCalibration local) {
        return el("aside", "notice").id("measured-note").attr("tabindex", -1)
                .aria("label", scene.say("measurements.title"))
                .add(el("p").text(MeasurementPage.speed(scene, local)).text(" ")
                        .text(scene.say("measurements.note")))
                .add(el("div", "own-actions")
                        .add(el("button").id("measured-undo").attr("type", "button").text(scene.say("measurements.undo"))
                                .on("click", e -> new MeasurementEvents.Undone(local.deployment(), "heading")))
                        .add(el("a").attr("href", Route.of(Route.Place.MEASUREMENTS).href())
                                .text(scene.say("measurements.title"))));
    }

    private static State scaled(State state, Answer answer, LocalCalibration local) {
        Estimate reference = answer.estimate();
        Estimate estimate = new Estimate(reference.verdict(), reference.findings(), reference.memory(), reference.kvCache(),
                reference.speed().map(speed -> local.applied(speed, Deployments.workload(answer))), reference.point(),
                reference.pools(), reference.confidence());
        Answer scaled = new Answer(answer.request(), answer.layoutReason(), answer.legalLayouts(), estimate,
                answer.remedies());
        Outcome outcome = new Outcome(Optional.of(scaled), state.outcome().problems(), state.outcome().general());
        return new State(state.words(), state.language(), state.languageChosen(), state.theme(), state.route(),
                state.scenario(), outcome, state.picker(), state.inputs(), state.parts(), state.work(), state.ignored(),
                state.message());
    }

    @Override
    public String title(Scene scene) {
        return calculator.title(scene);
    }

    @Override
    public List<DataFile> files(State state) {
        return calculator.files(state);
    }

    @Override
    public Map<String, String> link(State state) {
        return calculator.link(state);
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return calculator.opened(texts, state, resources, ignored);
    }

    @Override
    public Optional<Event> keyPressed(State state, String key) {
        return calculator.keyPressed(state, key);
    }
}
