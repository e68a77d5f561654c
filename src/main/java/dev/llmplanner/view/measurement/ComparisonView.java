package dev.llmplanner.view.measurement;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.benchmark.Comparison;
import dev.llmplanner.benchmark.DeploymentKey;
import dev.llmplanner.benchmark.KeptMeasurement;
import dev.llmplanner.benchmark.LocalCalibration;
import dev.llmplanner.benchmark.ModelMatch;
import dev.llmplanner.benchmark.Run;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.AccuracyLink;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One run against the estimate of the present scenario at its load and lengths. */
final class ComparisonView {
    private final Scene scene;

    ComparisonView(Scene scene) {
        this.scene = scene;
    }

    Html of(Run run) {
        Html section = el("section").aria("labelledby", "measured-title")
                .add(el("h2").id("measured-title").attr("tabindex", -1).text(scene.say("measurements.against")));
        Optional<Answer> answer = Deployments.at(run, scene);
        Optional<DeploymentKey> key = answer.flatMap(any -> Deployments.key(any, scene.catalog()));
        key.ifPresent(deployment -> section.add(el("p").text(MeasurementPage.deployment(scene, deployment))));
        section.add(el("p").add(el("a").attr("href", "#" + Address.of(scene.state(), scene.state().scenario()))
                .text(scene.say("measurements.change"))));
        said(run, section);
        if (answer.isEmpty() || answer.get().estimate().speed().isEmpty()) {
            return section.add(el("p", "error").text(scene.say("measurements.no-estimate")));
        }
        Comparison comparison = Comparison.of(run, answer.get().estimate().speed().get());
        section.add(table(comparison)).add(AccuracyLink.of(scene));
        notes(section, "measurements.assumed", "measurements.assumed.", comparison.assumed());
        notes(section, "measurements.cautions", "measurements.caution.", comparison.cautions());
        key.ifPresent(deployment -> section.add(scale(comparison, deployment, run)));
        return section;
    }

    /** What the file says of the deployment, and the scenario that it makes. */
    private void said(Run run, Html section) {
        Scenario now = scene.state().scenario();
        Scenario taken = taken(run, now);
        if (!taken.equals(now)) {
            section.add(el("div", "own-actions").add(el("button").id("measured-take").attr("type", "button")
                    .text(scene.say("measurements.take")).on("click", e -> new MeasurementEvents.TakenOver(taken))));
        }
    }

    private Scenario taken(Run run, Scenario now) {
        Scenario taken = now;
        Optional<ModelMatch> match = run.served().model().flatMap(name -> ModelMatch.of(name, scene.catalog()));
        if (match.isPresent()) {
            taken = taken.with(Field.MODEL, match.get().model().id());
        }
        if (run.served().engine().isPresent()) {
            taken = taken.with(Field.ENGINE, run.served().engine().get());
        }
        if (run.served().tensorParallel().isPresent()) {
            taken = taken.with(Field.LAYOUT, Choices.OWN)
                    .with(Field.TENSOR_PARALLEL, Integer.toString(run.served().tensorParallel().getAsInt()))
                    .with(Field.EXPERT_PARALLEL, Integer.toString(run.served().expertParallel().orElse(1)))
                    .with(Field.PIPELINE_PARALLEL, "1").with(Field.ATTENTION_DATA_PARALLEL, "1");
        }
        taken = whole(taken, Field.INPUT_TOKENS, run.demand().inputTokens());
        taken = whole(taken, Field.OUTPUT_TOKENS, run.demand().outputTokens());
        if (run.demand().requestsPerSecond().isEmpty() && run.demand().concurrencyCount().isPresent()) {
            taken = whole(taken.with(Field.LOAD, Choices.BY_CONCURRENCY), Field.CONCURRENCY, run.demand().concurrencyCount());
        }
        return taken;
    }

    private static Scenario whole(Scenario scenario, Field field, OptionalDouble value) {
        return value.isPresent() && value.getAsDouble() < 1e9
                ? scenario.with(field, Integer.toString((int) Math.max(1, Math.rint(value.getAsDouble())))) : scenario;
    }

    private Html table(Comparison comparison) {
        Html head = el("tr");
        for (String name : List.of("figure", "measured", "estimated", "band", "ratio", "inside")) {
            head.add(el("th").attr("scope", "col").cls("number", !name.equals("figure") && !name.equals("inside"))
                    .text(scene.say("measurements.column." + name)));
        }
        Html body = el("tbody");
        comparison.rows().forEach(row -> body.add(row(row)));
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("labelledby", "measured-title")
                .add(el("table", "figures-table").add(el("thead").add(head)).add(body));
    }

    private Html row(Comparison.Row row) {
        boolean rate = row.quantity() == Comparison.Quantity.OUTPUT;
        return el("tr").key(row.quantity().name())
                .add(el("th").attr("scope", "row").text(scene.say(switch (row.quantity()) {
                    case TTFT -> "measurements.column.ttft";
                    case TPOT -> "measurements.column.tpot";
                    case OUTPUT -> "measurements.column.output";
                })))
                .add(el("td", "number").text(figure(row.measured(), rate)))
                .add(el("td", "number").text(figure(row.estimated().mid(), rate)))
                .add(el("td", "number muted").text(rate ? scene.figures().tokensPerSecondBand(row.estimated())
                        : scene.figures().secondsBand(row.estimated())))
                .add(el("td", "number").text(scene.say("measurements.times", Arguments.of("factor",
                        scene.words().number(row.ratioFraction(), 2)))))
                .add(el("td").text(scene.say(row.inside() ? "measurements.inside" : "measurements.outside")));
    }

    private String figure(double value, boolean rate) {
        return rate ? scene.figures().tokensPerSecond(value) : scene.figures().seconds(value);
    }

    private <T extends Enum<T>> void notes(Html section, String title, String prefix, List<T> notes) {
        if (notes.isEmpty()) {
            return;
        }
        Html list = el("ul", "notes");
        for (T note : notes) {
            list.add(el("li").text(scene.say(prefix + note.name().toLowerCase().replace('_', '-'))));
        }
        section.add(el("p").text(scene.say(title))).add(list);
    }

    private Html scale(Comparison comparison, DeploymentKey key, Run run) {
        Html box = el("div", "own-start").id("measured-scale").attr("tabindex", -1);
        Optional<LocalCalibration> inUse = Measurements.of(key, scene.state());
        if (inUse.isPresent()) {
            return box.add(el("p").text(MeasurementPage.speed(scene, inUse.get())).text(" ")
                            .text(scene.say("measurements.in-use")))
                    .add(el("button").attr("type", "button").text(scene.say("measurements.undo"))
                            .on("click", e -> new MeasurementEvents.Undone(key, "measured-scale")));
        }
        Optional<LocalCalibration> offered = comparison.calibration(key, run);
        if (offered.isEmpty()) {
            return box.add(el("p", "help").text(scene.say("measurements.no-scale")));
        }
        return box.add(el("p").text(MeasurementPage.speed(scene, offered.get())))
                .add(el("p", "help").text(scene.say("measurements.scope")))
                .add(el("button", "go-button").id("measured-use").attr("type", "button").text(scene.say("measurements.use"))
                        .on("click", e -> new MeasurementEvents.Used(new KeptMeasurement(key, run, offered))));
    }
}
