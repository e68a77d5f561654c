package dev.llmplanner.view.measurement;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.benchmark.DeploymentKey;
import dev.llmplanner.benchmark.FileKind;
import dev.llmplanner.benchmark.KeptMeasurement;
import dev.llmplanner.benchmark.LocalCalibration;
import dev.llmplanner.benchmark.LogFacts;
import dev.llmplanner.benchmark.Reading;
import dev.llmplanner.benchmark.Refused;
import dev.llmplanner.benchmark.Run;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.measurement.Measurements.ReadFile;
import dev.llmplanner.view.measurement.Measurements.Selected;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.FileField;
import dev.llmplanner.view.widget.GuideLink;
import dev.llmplanner.view.widget.HardwareNavigation;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** The page: files, the runs in them, one run against the estimate, what is in use. */
final class MeasurementPage {
    private final Scene scene;
    private final State state;
    private final List<ReadFile> files;

    MeasurementPage(Scene scene) {
        this.scene = scene;
        this.state = scene.state();
        this.files = state.get(Measurements.FILES);
    }

    Html all() {
        Html page = el("div", "wide own measurements")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("measurements.title")))
                .add(HardwareNavigation.of(scene))
                .add(el("p", "lead").text(scene.say("measurements.lead")).text(" ").add(GuideLink.to("benchmark-your-cluster", scene)))
                .add(source())
                .add(outcomes());
        boolean runs = files.stream().anyMatch(file -> file.reading() instanceof Reading.Runs);
        if (runs) {
            page.add(runs()).add(compared());
        }
        for (ReadFile file : files) {
            if (file.reading() instanceof Reading.Log log) {
                page.add(new LogView(scene).of(file.name(), log.facts()));
            }
        }
        return page.add(used());
    }

    /** A file input takes files that are dropped on it, too. */
    private Html source() {
        String text = state.get(Measurements.TEXT);
        return el("section").aria("labelledby", "measurements-source")
                .add(el("h2").id("measurements-source").text(scene.say("measurements.source")))
                .add(el("div", "measurements-drop").add(FileField.of("measurements-file", scene.say("measurements.choose"),
                        el("input").flag("multiple", true)
                                .aria("describedby", "measurements-outcome")
                                .on("change", e -> e.files().isEmpty() ? null : new MeasurementEvents.Added(e.files())))))
                .add(el("details").add(el("summary").text(scene.say("measurements.paste")))
                        .add(el("div", "measurements-paste")
                                .add(el("label").attr("for", "measurements-text").text(scene.say("measurements.text")))
                                .add(el("textarea").id("measurements-text").attr("rows", 6).attr("spellcheck", "false")
                                        .attr("value", text).on("input", e -> new MeasurementEvents.Typed(e.value())))
                                .add(el("button").id("measurements-read").attr("type", "button")
                                        .flag("disabled", text.isBlank()).text(scene.say("measurements.read"))
                                        .on("click", e -> new MeasurementEvents.Added(List.of(
                                                new DomEvent.FileText(scene.say("measurements.pasted"), text)))))));
    }

    private Html outcomes() {
        Html region = el("div").id("measurements-outcome").attr("role", "status");
        for (ReadFile file : files) {
            region.add(file.reading().match(new Reading.Cases<Html>() {
                @Override
                public Html runs(Reading.Runs read) {
                    Html part = el("div").add(el("p").text(scene.say("measurements.found", Arguments.of("file", file.name())
                            .and("kind", kind(read.kind())).and("count", read.runs().size()))));
                    read.skipped().forEach(skipped -> part.add(el("p", "help").text(refusal(skipped))));
                    return part;
                }

                @Override
                public Html log(LogFacts facts) {
                    return el("p").text(scene.say("measurements.found-log",
                            Arguments.of("file", file.name()).and("kind", kind(facts.kind()))));
                }

                @Override
                public Html kept(List<KeptMeasurement> measurements) {
                    return el("p").text(scene.say("measurements.found-kept",
                            Arguments.of("file", file.name()).and("count", measurements.size())));
                }

                @Override
                public Html refused(Refused refused) {
                    Html part = el("div").add(el("p", "error").text(scene.say("measurements.refused",
                            Arguments.of("file", file.name()).and("reason", refusal(refused)))));
                    if (refused.expected().isEmpty()) {
                        return part;
                    }
                    Html list = el("ul");
                    refused.expected().forEach(kind -> list.add(el("li").text(kind(kind))));
                    return part.add(el("p").text(scene.say("measurements.expected"))).add(list);
                }
            }));
        }
        return region;
    }

    private String kind(FileKind kind) {
        return scene.say("measurements.kind." + kind.code());
    }

    private String refusal(Refused refused) {
        String reason = scene.say("measurements.refusal." + refused.code().code());
        if (refused.line() > 0) {
            reason = scene.say("measurements.at-line", Arguments.of("reason", reason).and("line", refused.line()));
        }
        return refused.path().isEmpty()
                ? reason : scene.say("measurements.at-path", Arguments.of("reason", reason).and("path", refused.path()));
    }

    private Html runs() {
        Html body = el("tbody");
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).reading() instanceof Reading.Runs read) {
                for (int j = 0; j < read.runs().size(); j++) {
                    body.add(row(read.runs().get(j), new Selected(i, j)));
                }
            }
        }
        Html head = el("tr");
        for (String name : List.of("model", "load", "input", "output-tokens", "ttft", "tpot", "output", "date", "compare")) {
            head.add(el("th").attr("scope", "col").cls("number", !name.equals("model") && !name.equals("compare"))
                    .text(scene.say("measurements.column." + name)));
        }
        return el("section").aria("labelledby", "measurements-runs")
                .add(el("h2").id("measurements-runs").text(scene.say("measurements.runs")))
                .add(el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("labelledby", "measurements-runs")
                        .add(el("table", "figures-table").add(el("thead").add(head)).add(body)));
    }

    private Html row(Run run, Selected place) {
        boolean chosen = state.get(Measurements.SELECTED).equals(place);
        String unknown = scene.say("measurements.not-said");
        String model = run.served().model().orElse(unknown);
        return el("tr").key(place.file() + "-" + place.run())
                .add(el("th").attr("scope", "row").text(model))
                .add(el("td", "number").text(load(run)))
                .add(number(run.demand().inputTokens(), value -> scene.words().number(value, 0)))
                .add(number(run.demand().outputTokens(), value -> scene.words().number(value, 0)))
                .add(number(run.outcome().ttft().meanSeconds(), scene.figures()::seconds))
                .add(number(run.outcome().tpot().meanSeconds(), scene.figures()::seconds))
                .add(number(run.outcome().outputTokensPerSecond(), scene.figures()::tokensPerSecond))
                .add(el("td", "number").text(run.origin().date().map(scene.words()::date).orElse(unknown)))
                .add(el("td").add(el("button").attr("type", "button").aria("pressed", chosen)
                        .text(scene.say("measurements.compare")).add(el("span", "unseen").text(" " + model))
                        .on("click", e -> new MeasurementEvents.Chosen(place))));
    }

    private String load(Run run) {
        if (run.demand().requestsPerSecond().isPresent()) {
            return scene.say("measurements.rate", Arguments.of("rate",
                    scene.words().significant(run.demand().requestsPerSecond().getAsDouble(), 3)));
        }
        return run.demand().concurrencyCount().isPresent()
                ? scene.say("measurements.in-flight", Arguments.of("count",
                        scene.words().number(run.demand().concurrencyCount().getAsDouble(), 0)))
                : scene.say("measurements.not-said");
    }

    private Html number(OptionalDouble value, DoubleFunction<String> writer) {
        return value.isPresent()
                ? el("td", "number").text(writer.apply(value.getAsDouble()))
                : el("td", "number muted").text(scene.say("measurements.not-said"));
    }

    private Html compared() {
        Selected selected = state.get(Measurements.SELECTED);
        Run run = ((Reading.Runs) files.get(selected.file()).reading()).runs().get(selected.run());
        return new ComparisonView(scene).of(run);
    }

    private Html used() {
        List<KeptMeasurement> used = state.get(Measurements.USED);
        Html section = el("section").aria("labelledby", "measurements-used")
                .add(el("h2").id("measurements-used").attr("tabindex", -1).text(scene.say("measurements.used")));
        if (used.isEmpty()) {
            section.add(el("p", "empty").text(scene.say("measurements.none-used")));
        } else {
            Html list = el("ul", "own-records");
            used.forEach(measurement -> list.add(item(measurement)));
            section.add(list);
        }
        boolean kept = Measurements.isKept(state);
        return section
                .add(el("div", "own-actions").add(el("button").attr("type", "button").flag("disabled", used.isEmpty())
                        .text(scene.say("measurements.export")).on("click", e -> new MeasurementEvents.FileWanted())))
                .add(el("label", "own-keep")
                        .add(el("input").id("measurements-keep").attr("type", "checkbox").flag("checked", kept)
                                .on("change", e -> new MeasurementEvents.Keeping(e.checked())))
                        .add(el("span").text(scene.say("measurements.keep"))))
                .add(el("p", "help").text(scene.say(kept ? "measurements.kept" : "measurements.not-kept")));
    }

    private Html item(KeptMeasurement measurement) {
        DeploymentKey key = measurement.deployment();
        Html words = el("div").add(el("strong").text(deployment(scene, key)));
        measurement.calibration().ifPresent(local -> words.add(el("div", "detail").text(speed(scene, local))));
        return el("li").add(words).add(el("div", "own-actions").add(el("button").attr("type", "button")
                .text(scene.say("measurements.undo")).add(el("span", "unseen").text(" " + deployment(scene, key)))
                .on("click", e -> new MeasurementEvents.Undone(key, "measurements-used"))));
    }

    /** Names of what it is made of, and its layout. */
    static String deployment(Scene scene, DeploymentKey key) {
        return scene.say("measurements.deployment", Arguments
                .of("model", scene.catalog().model(key.model()).map(model -> model.name()).orElse(key.model()))
                .and("count", key.layout().gpus())
                .and("accelerator", scene.catalog().accelerator(key.accelerator())
                        .map(device -> device.name()).orElse(key.accelerator()))
                .and("engine", scene.say("choice.engine." + key.engine()))
                .and("weights", scene.say("choice.weights." + key.weights()))
                .and("tp", key.layout().tensorParallel())
                .and("pp", key.layout().pipelineParallel())
                .and("ep", key.layout().expertParallel())
                .and("dp", key.layout().attentionDataParallel()));
    }

    /** "Your cluster runs at 0.83× of the reference." */
    static String speed(Scene scene, LocalCalibration local) {
        Arguments speed = Arguments.of("factor", scene.words().number(local.speedFraction(), 2));
        return local.measured().isPresent()
                ? scene.say("measurements.speed-dated", speed.and("date", scene.words().date(local.measured().get())))
                : scene.say("measurements.speed", speed);
    }
}
