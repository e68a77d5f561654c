package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Outcome;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.ScenarioLink;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Chips;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The answer: the verdict on top, then findings, memory, KV cache and speed. */
final class Results {
    /** The page that says how close estimates come to measurements. */
    static final String ACCURACY = "#accuracy";

    private final Scene scene;
    private final Outcome outcome;
    private final EvidencePanel.Content evidence;

    Results(Scene scene, EvidencePanel.Content evidence) {
        this.scene = scene;
        this.evidence = evidence;
        this.outcome = scene.state().outcome();
    }

    Html all() {
        Html results = el("div", "results").cls("stale", !outcome.isCurrent());
        if (outcome.general().isPresent()) {
            results.add(el("p", "error").attr("role", "alert").text(Problems.text(outcome.general().get(), scene)));
        }
        if (outcome.answer().isEmpty()) {
            return results.add(el("p", "empty-state").text(scene.say("results.none")));
        }
        Answer answer = outcome.answer().get();
        Estimate estimate = answer.estimate();
        results.add(strip(answer));
        boolean first = estimate.verdict() == Verdict.DOES_NOT_FIT || estimate.verdict() == Verdict.UNKNOWN;
        if (first) {
            addFindings(results, answer);
        }
        if (estimate.memory().isPresent()) {
            results.add(new MemoryView(scene).of(estimate.memory().get(), estimate.verdict()));
        }
        if (estimate.kvCache().isPresent()) {
            results.add(new KvCacheView(scene).of(estimate.kvCache().get()));
        }
        if (estimate.speed().isPresent()) {
            results.add(new SpeedView(scene).of(estimate.speed().get()));
        }
        if (!first) {
            addFindings(results, answer);
        }
        return results.add(EvidencePanel.of(scene, evidence));
    }

    /**
     * What blocks or is unknown stands first. Warnings and notes come and go with every number: below the figures they move
     * none, and the strip names the first warning.
     */
    private void addFindings(Html results, Answer answer) {
        if (!answer.estimate().findings().isEmpty()) {
            results.add(new FindingsView(scene).of(answer));
        }
    }

    private Html strip(Answer answer) {
        Estimate estimate = answer.estimate();
        Speed speed = estimate.speed().orElse(null);
        Html strip = el("section", "strip " + estimate.verdict().code()).id("verdict")
                .attr("tabindex", -1)
                .aria("label", scene.say("strip.label"));
        if (!outcome.isCurrent()) {
            strip.add(el("p", "stale-note").text(scene.say("results.stale")));
        }
        return strip.add(el("div", "judgement")
                        .add(Chips.verdict(scene, estimate.verdict()))
                        .add(Chips.confidence(scene, estimate.confidence()))
                        .add(el("p", "reason").text(new Reason(scene).of(answer))))
                .add(el("dl", "figures")
                        .add(figure("strip.gpus", scene.figures().count(gpus(answer)), ""))
                        .add(time("strip.ttft", speed == null ? null : speed.ttftSeconds()))
                        .add(time("strip.tpot", speed == null ? null : speed.tpotSeconds()))
                        .add(rate("strip.output", speed == null ? null : speed.outputTokensPerSecond()))
                        .add(rate("strip.output-per-gpu", speed == null ? null : speed.outputTokensPerSecondPerGpu()))
                        .add(cost()))
                .add(el("p", "unseen").attr("role", "status").text(spoken(estimate.verdict(), speed)));
    }

    /** What a listener hears of a change: one sentence. */
    private String spoken(Verdict verdict, Speed speed) {
        String word = scene.say(outcome.isCurrent() ? "verdict." + verdict.code() : "results.stale");
        return speed == null || !outcome.isCurrent() ? word : scene.say("strip.spoken", Arguments.of("verdict", word)
                .and("tpot", scene.figures().seconds(speed.tpotSeconds().mid()))
                .and("output", scene.figures().tokensPerSecond(speed.outputTokensPerSecond().mid())));
    }

    /** The first load has no prices: there, the way to them. */
    private Html cost() {
        String known = scene.resources().edition().cost(scene);
        return known.isEmpty()
                ? el("div", "figure").key("strip.cost").add(el("dt").text(scene.say("strip.cost")))
                        .add(el("dd", "value").add(el("a").attr("href", "#" + Address.of(scene.state(),
                                bill(), Route.of(Route.Place.HANDOVER))).text(scene.say("strip.bill"))))
                : figure("strip.cost", known, "");
    }

    private Map<String, String> bill() {
        Map<String, String> texts = new LinkedHashMap<>(
                scene.state().get(Additions.SLOT).carried(ScenarioLink.write(scene.state().scenario())));
        texts.put("tab", "materials");
        return texts;
    }

    private Html time(String key, Band band) {
        return band == null
                ? figure(key, scene.say("figure.absent"), "")
                : figure(key, scene.figures().seconds(band.mid()), scene.figures().secondsBand(band));
    }

    private Html rate(String key, Band band) {
        return band == null
                ? figure(key, scene.say("figure.absent"), "")
                : figure(key, scene.figures().tokensPerSecond(band.mid()), scene.figures().tokensPerSecondBand(band));
    }

    private Html figure(String key, String value, String band) {
        Html figure = el("div", "figure").key(key)
                .add(el("dt").text(scene.say(key)))
                .add(el("dd", "value").text(value));
        return band.isEmpty() ? figure : figure.add(el("dd", "band")
                .add(el("a").attr("href", ACCURACY).attr("title", scene.say("evidence.accuracy")).text(band)));
    }

    private static double gpus(Answer answer) {
        return Chosen.number(Optional.of(answer), Field.GPUS);
    }
}
