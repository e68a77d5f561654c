package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.engine.roofline.OperatorCost;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Figures;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.work.WorkButton;
import java.util.function.DoubleFunction;

/** How fast: bandwidth first, then latency and throughput with their bands, then what each operator costs. */
final class SpeedView {
    private final Scene scene;

    SpeedView(Scene scene) {
        this.scene = scene;
    }

    Html of(Speed speed) {
        return el("section", "speed").aria("labelledby", "speed-title")
                .add(el("h2").id("speed-title").text(scene.say("speed.title")))
                .add(el("p", "bottleneck").text(scene.say("bottleneck." + speed.bottleneck().code())))
                .add(bandwidth(speed))
                .add(bands(speed))
                .add(el("p", "help").text(scene.say("speed.band-help")).text(" ")
                        .add(el("a").attr("href", Results.ACCURACY).text(scene.say("evidence.accuracy"))))
                .add(el("p").text(scene.say("speed.spread", Arguments
                        .of("p50", scene.figures().seconds(speed.ttftSpread().p50Seconds()))
                        .and("p95", scene.figures().seconds(speed.ttftSpread().p95Seconds()))
                        .and("p99", scene.figures().seconds(speed.ttftSpread().p99Seconds())))))
                .add(operators(speed));
    }

    private Html bandwidth(Speed speed) {
        Figures figures = scene.figures();
        return el("p").text(scene.say("speed.bandwidth", Arguments.of("bytes", figures.bytes(speed.bytesPerStep()))
                .and("step", figures.seconds(speed.decodeStepSeconds()))
                .and("rate", figures.gigabytesPerSecond(speed.bytesPerStep() / speed.decodeStepSeconds()))
                .and("share", figures.percent(speed.bandwidthUtilizationFraction()))))
                .add(WorkButton.of(scene, "bandwidth.utilizationFraction", scene.say("speed.title")));
    }

    private Html bands(Speed speed) {
        return scroll("speed.title", el("table", "figures-table")
                .add(el("thead").add(el("tr")
                        .add(head("speed.figure", false))
                        .add(head("speed.low", true))
                        .add(head("speed.mid", true))
                        .add(head("speed.high", true))))
                .add(el("tbody")
                        .add(row("speed.ttft", "latency.ttftSeconds", speed.ttftSeconds(), scene.figures()::seconds))
                        .add(row("speed.tpot", "latency.tpotSeconds", speed.tpotSeconds(), scene.figures()::seconds))
                        .add(row("speed.output", "throughput.outputTokensPerSecond", speed.outputTokensPerSecond(), scene.figures()::tokensPerSecond))
                        .add(row("speed.output-per-gpu", "throughput.outputTokensPerSecondPerGpu", speed.outputTokensPerSecondPerGpu(),
                                scene.figures()::tokensPerSecond))
                        .add(row("speed.input", "throughput.inputTokensPerSecond", speed.inputTokensPerSecond(), scene.figures()::tokensPerSecond))));
    }

    private Html row(String key, String path, Band band, DoubleFunction<String> writer) {
        return el("tr").key(key)
                .add(el("th").attr("scope", "row").text(scene.say(key)))
                .add(el("td", "number muted").text(writer.apply(band.low())))
                .add(el("td", "number").text(writer.apply(band.mid()))
                        .add(WorkButton.of(scene, path + ".mid", scene.say(key))))
                .add(el("td", "number muted").text(writer.apply(band.high())));
    }

    private Html operators(Speed speed) {
        Html body = el("tbody");
        for (OperatorCost cost : speed.operators()) {
            body.add(el("tr").key(cost.phase().code() + "-" + cost.name())
                    .add(el("td").text(scene.say("phase." + cost.phase().code())))
                    .add(el("th").attr("scope", "row").text(name(cost)))
                    .add(number(scene.figures().seconds(cost.seconds())))
                    .add(number(scene.figures().bytes(cost.bytes())))
                    .add(number(scene.figures().flop(cost.flop())))
                    .add(number(scene.words().number(cost.count(), 0)))
                    .add(el("td").text(scene.say("bound." + cost.bound().code()))));
        }
        return el("details")
                .add(el("summary").text(scene.say("operators.title")))
                .add(el("p", "help").text(scene.say("operators.help")))
                .add(scroll("operators.title", el("table", "figures-table")
                        .add(el("thead").add(el("tr")
                                .add(head("operators.phase", false))
                                .add(head("operators.name", false))
                                .add(head("operators.time", true))
                                .add(head("operators.bytes", true))
                                .add(head("operators.flop", true))
                                .add(head("operators.count", true))
                                .add(head("operators.bound", false))))
                        .add(body)));
    }

    private String name(OperatorCost cost) {
        String key = "operator." + cost.name();
        return scene.words().knows(key) ? scene.say(key) : cost.name();
    }

    private Html scroll(String labelKey, Html table) {
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", scene.say(labelKey))
                .add(table);
    }

    private Html head(String key, boolean number) {
        return el("th").cls("number", number).attr("scope", "col").text(scene.say(key));
    }

    private static Html number(String text) {
        return el("td", "number").text(text);
    }
}
