package dev.llmplanner.view.xray;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.screening.Xray;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.calculator.CalculatorPage;
import dev.llmplanner.view.chart.Chart;
import dev.llmplanner.view.chart.ChartFigure;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.HardwareNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Calculator's fields on the left; on the right what binds, the bytes, the time, and both as a table. */
final class XrayPage {
    private final Scene scene;

    XrayPage(Scene scene) {
        this.scene = scene;
    }

    Html all() {
        return el("div", "wide")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("xray.title")))
                .add(HardwareNavigation.of(scene))
                .add(el("p", "lead").text(scene.say("xray.lead")))
                .add(el("div", "calculator")
                        .add(CalculatorPage.inputs(scene))
                        .add(results()));
    }

    private Html results() {
        Html results = el("div", "results").cls("stale", !scene.state().outcome().isCurrent());
        if (!scene.state().outcome().isCurrent()) {
            results.add(el("p", "stale-note").attr("role", "status").text(scene.say("results.stale")));
        }
        Optional<Answer> answer = scene.state().outcome().answer();
        Optional<Xray> xray = answer.flatMap(good -> Xray.of(good, scene.catalog()));
        Optional<Chart> memory = answer.flatMap(good -> MemoryChart.of(good.estimate(), scene));
        if (xray.isEmpty()) {
            results.add(el("p", "help").text(scene.say("xray.none")).text(" ").add(toCalculator()));
            return memory.isEmpty() ? results : results.add(drawings(List.of(memory.get())));
        }
        Speed speed = answer.get().estimate().speed().orElseThrow();
        XrayCharts charts = new XrayCharts(scene);
        List<Chart> all = new ArrayList<>(List.of(charts.bytes(xray.get()), charts.time(xray.get())));
        memory.ifPresent(all::add);
        Xray.device(answer.get(), scene.catalog()).flatMap(device -> RooflineChart.of(speed, device, scene))
                .ifPresent(all::add);
        return results.add(binding(xray.get(), speed)).add(drawings(all)).add(new XrayTable(scene).of(xray.get()));
    }

    private Html toCalculator() {
        return el("a").attr("href", "#" + Address.of(scene.state(), scene.state().scenario()))
                .text(scene.say("xray.to-calculator"));
    }

    /** In words: what one step moves, how long that takes at best and by the estimate, and what limits output. */
    private Html binding(Xray xray, Speed speed) {
        Html text = el("section").aria("live", "polite").aria("label", scene.say("xray.binding"))
                .add(el("p", "bottleneck").text(scene.say("bottleneck." + speed.bottleneck().code())))
                .add(el("p").text(scene.say("xray.memory", Arguments
                        .of("bytes", scene.figures().bytes(xray.memoryBytes()))
                        .and("peak", scene.figures().seconds(xray.peakSeconds()))
                        .and("bandwidth", scene.figures().gigabytesPerSecond(xray.bandwidthBytesPerSecond()))
                        .and("step", scene.figures().seconds(xray.stepSeconds()))
                        .and("share", scene.figures().percent(xray.peakSeconds() / xray.stepSeconds())))))
                .add(el("p").text(scene.say("xray.token", Arguments
                        .of("bytes", scene.figures().bytes(xray.bytesPerToken()))
                        .and("batch", scene.words().number(xray.sequences(), 1)))));
        return xray.linkBytes() > 0 ? text.add(el("p").text(links(xray))) : text;
    }

    private String links(Xray xray) {
        Arguments arguments = Arguments.of("bytes", scene.figures().bytes(xray.linkBytes()))
                .and("step", scene.figures().seconds(xray.linkSeconds()));
        return xray.linkBytesPerSecond().isEmpty()
                ? scene.say("xray.links", arguments)
                : scene.say("xray.links-peak", arguments
                        .and("bandwidth", scene.figures().gigabytesPerSecond(xray.linkBytesPerSecond().getAsDouble()))
                        .and("peak", scene.figures().seconds(
                                xray.linkBytes() / xray.linkBytesPerSecond().getAsDouble())));
    }

    private Html drawings(List<Chart> charts) {
        Html section = el("section", "drawings").aria("label", scene.say("xray.drawings"));
        charts.forEach(chart -> section.add(ChartFigure.of(chart, scene.words())));
        return section;
    }
}
