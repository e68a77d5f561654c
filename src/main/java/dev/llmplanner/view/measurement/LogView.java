package dev.llmplanner.view.measurement;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.benchmark.DeploymentKey;
import dev.llmplanner.benchmark.LogComparison;
import dev.llmplanner.benchmark.LogFacts;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.Optional;
import java.util.OptionalDouble;

/** The memory that an engine printed against the present scenario's. */
final class LogView {
    private final Scene scene;

    LogView(Scene scene) {
        this.scene = scene;
    }

    Html of(String file, LogFacts facts) {
        String id = "measured-log-" + file.length() + "-" + facts.kind().code();
        Html section = el("section").aria("labelledby", id)
                .add(el("h2").id(id).text(scene.say("measurements.log", Arguments.of("file", file))));
        Optional<Answer> answer = scene.state().outcome().answer();
        Optional<DeploymentKey> key = answer.flatMap(any -> Deployments.key(any, scene.catalog()));
        Optional<Estimate> estimate = answer.map(Answer::estimate)
                .filter(any -> any.memory().isPresent() && any.kvCache().isPresent());
        if (estimate.isEmpty() || key.isEmpty()) {
            return section.add(el("p", "error").text(scene.say("measurements.no-estimate")));
        }
        LogComparison compared = LogComparison.of(
                facts, estimate.get().memory().get(), estimate.get().kvCache().get(), key.get().layout());
        double tokens = estimate.get().kvCache().get().tokenCapacity() / key.get().layout().attentionDataParallel();
        Html head = el("tr");
        for (String name : new String[] {"figure", "measured", "estimated", "ratio"}) {
            head.add(el("th").attr("scope", "col").cls("number", !name.equals("figure"))
                    .text(scene.say("measurements.column." + name)));
        }
        Html body = el("tbody");
        if (facts.weightsBytes().isPresent()) {
            body.add(row("measurements.weights", scene.figures().gibibytes(facts.weightsBytes().getAsDouble()),
                    scene.figures().gibibytes(estimate.get().memory().get().weightsBytes()), compared.weightsFraction()));
        }
        if (facts.kvCacheTokens().isPresent()) {
            body.add(row("measurements.kv-tokens", scene.figures().tokens(facts.kvCacheTokens().getAsDouble()),
                    scene.figures().tokens(tokens), compared.tokensFraction()));
        }
        return section.add(el("p").text(MeasurementPage.deployment(scene, key.get())))
                .add(el("p", "help").text(scene.say("measurements.log-help")))
                .add(el("table", "figures-table").add(el("thead").add(head)).add(body));
    }

    private Html row(String key, String measured, String estimated, OptionalDouble ratio) {
        return el("tr").key(key)
                .add(el("th").attr("scope", "row").text(scene.say(key)))
                .add(el("td", "number").text(measured))
                .add(el("td", "number").text(estimated))
                .add(el("td", "number").text(ratio.isPresent()
                        ? scene.say("measurements.times", Arguments.of("factor",
                                scene.words().number(ratio.getAsDouble(), 3)))
                        : scene.say("not-published")));
    }
}
