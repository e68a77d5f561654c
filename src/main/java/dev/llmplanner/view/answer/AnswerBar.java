package dev.llmplanner.view.answer;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Outcome;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.calculator.Options;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Chips;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * One line under the top bar that stays in sight: the scenario, its verdict, how fast, what it costs. Each figure has its
 * place whether it is known or not, so that nothing moves when numbers change. A listener hears one sentence, not each
 * figure.
 */
public final class AnswerBar {
    private final Scene scene;
    private final Optional<Answer> answer;

    public AnswerBar(Scene scene) {
        this.scene = scene;
        this.answer = scene.state().outcome().answer();
    }

    /** The line. */
    public Html all() {
        Outcome outcome = scene.state().outcome();
        Html line = el("section", "answer").cls("stale", !outcome.isCurrent())
                .aria("label", scene.say("answer.label"))
                .add(el("p", "answer-verdict").add(answer.isPresent()
                        ? Chips.verdict(scene, answer.get().estimate().verdict())
                        : el("span", "verdict").text(scene.say("answer.none"))))
                .add(el("p", "answer-what")
                        .add(el("a").attr("href", "#" + Address.of(scene.state(), scene.state().scenario()))
                                .attr("title", scene.say("answer.open")).text(hardware()))
                        .add(el("span", "detail").text(model())));
        Html figures = el("dl", "answer-figures");
        figures.add(rate("each", speed -> 1 / speed.tpotSeconds().mid()));
        figures.add(rate("output", speed -> speed.outputTokensPerSecond().mid()));
        figures.add(time("ttft", speed -> speed.ttftSeconds().mid()));
        figures.add(time("tpot", speed -> speed.tpotSeconds().mid()));
        figures.add(figure("cost", Optional.of(scene.resources().edition().cost(scene)).filter(known -> !known.isEmpty())));
        return line.add(figures).add(el("p", "unseen").attr("role", "status").text(spoken()));
    }

    private Scenario scenario() {
        return scene.state().scenario();
    }

    private String model() {
        return Options.label(Field.MODEL, scenario().text(Field.MODEL), scene);
    }

    private String hardware() {
        Field field = scenario().shows(Field.SERVER) ? Field.SERVER : Field.ACCELERATOR;
        String name = Options.label(field, scenario().text(field), scene);
        if (answer.isEmpty()) {
            return name;
        }
        JsonCursor asked = JsonCursor.of(answer.get().request());
        return field == Field.SERVER
                ? scene.say("answer.servers", Arguments.of("nodes", asked.findNumber("nodes").orElse(1)).and("server", name)
                        .and("gpus", gpus().orElse(0)))
                : scene.say("answer.gpus", Arguments.of("gpus", gpus().orElse(0)).and("accelerator", name));
    }

    private OptionalDouble gpus() {
        return answer.isEmpty() ? OptionalDouble.empty() : JsonCursor.of(answer.get().request()).findNumber("gpus");
    }

    private Optional<Speed> speed() {
        return answer.flatMap(known -> known.estimate().speed());
    }

    private Html rate(String name, ToDoubleFunction<Speed> figure) {
        return figure(name, speed().map(speed -> scene.figures().tokensPerSecond(figure.applyAsDouble(speed))));
    }

    private Html time(String name, ToDoubleFunction<Speed> figure) {
        return figure(name, speed().map(speed -> scene.figures().seconds(figure.applyAsDouble(speed))));
    }

    private Html figure(String name, Optional<String> value) {
        return el("div", "answer-figure a-" + name).key(name)
                .add(el("dt").text(scene.say("answer-figure." + name)))
                .add(el("dd").text(value.orElse(scene.say("figure.absent"))));
    }

    private String spoken() {
        return answer.isEmpty() || !scene.state().outcome().isCurrent() ? scene.say("results.none")
                : scene.say("answer.spoken", Arguments
                        .of("model", model()).and("hardware", hardware())
                        .and("verdict", scene.say("verdict." + answer.get().estimate().verdict().code()))
                        .and("each", speed().map(known -> scene.figures().tokensPerSecond(1 / known.tpotSeconds().mid()))
                                .orElse(scene.say("answer.unknown"))));
    }
}
