package dev.llmplanner.view.model;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.engine.roofline.PassCost;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.chart.Amount;
import dev.llmplanner.view.chart.Axis;
import dev.llmplanner.view.chart.ChartFigure;
import dev.llmplanner.view.chart.Heading;
import dev.llmplanner.view.chart.Ink;
import dev.llmplanner.view.chart.Point;
import dev.llmplanner.view.chart.Roofline;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.GuideLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Where prefill and decode stand under the roof of the chosen accelerator. */
final class RooflineView {
    private static final double TERA = 1e12;
    private static final List<Integer> BATCHES = List.of(1, 8, 64, 512);
    private static final List<Ink> ROOFS = List.of(Ink.OTHER, Ink.OVERHEAD, Ink.ACTIVATIONS);

    private final Scene scene;
    private final Question question;
    private final Passes.Answer answer;
    private final Part part;

    RooflineView(Scene scene, Question question, Passes.Answer answer) {
        this.scene = scene;
        this.question = question;
        this.answer = answer;
        this.part = new Part(scene);
    }

    Html all() {
        Html section = part.section("roofline");
        return answer.passes().isPresent()
                ? section.add(ChartFigure.of(chart(answer.passes().get()), scene.words()))
                        .add(part.computed("model.roofline-from", "forward-pass"))
                        .add(GuideLink.to("roofline-of-prefill-and-decode", scene))
                : section.add(TrafficView.missing(scene, answer));
    }

    private Roofline chart(Passes passes) {
        List<Roofline.Work> works = new ArrayList<>();
        PassCost prefill = passes.prefill(question.contextTokens());
        works.add(work(Roofline.Phase.PREFILL, prefill, scene.say("model.roofline-prefill",
                Arguments.of("tokens", passes.prefillTokens(question.contextTokens())))));
        TreeSet<Integer> batches = new TreeSet<>(BATCHES);
        batches.add(question.batch());
        for (int batch : batches) {
            works.add(work(Roofline.Phase.DECODE, passes.decode(batch, question.contextTokens()),
                    scene.say("model.roofline-decode", Arguments.of("batch", batch))));
        }
        List<Roofline.Roof> roofs = new ArrayList<>();
        for (Map.Entry<String, Double> peak : passes.peaksFlopPerSecond().entrySet()) {
            roofs.add(roof(peak.getKey(), peak.getValue(), passes.bandwidthBytesPerSecond(), ROOFS.get(roofs.size())));
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (Roofline.Work work : works) {
            lowest = Math.min(lowest, work.point().x().value());
            highest = Math.max(highest, work.point().x().value());
        }
        double top = 0;
        double ridge = 0;
        for (Roofline.Roof roof : roofs) {
            top = Math.max(top, roof.ridge().y().value());
            ridge = Math.max(ridge, roof.ridge().x().value());
        }
        double bottom = lowest(works, lowest * passes.bandwidthBytesPerSecond() / TERA);
        Passes.Place chosen = Passes.place(passes.decode(question.batch(), question.contextTokens()));
        return new Roofline(
                new Heading("roofline", scene.say("model.roofline-title", Arguments.of("accelerator", accelerator())),
                        scene.say("model.roofline-summary", Arguments.of("batch", question.batch())
                                .and("decode", digits(chosen.flopPerByte()))
                                .and("prefill", digits(Passes.place(prefill).flopPerByte()))
                                .and("accelerator", accelerator())
                                .and("ridge", digits(ridge)))),
                Axis.logarithmic(scene.say("model.intensity"), 10, lowest, Math.max(highest, 2 * ridge), this::digits),
                Axis.logarithmic(scene.say("model.rate"), 10, bottom, top, this::digits),
                scene.say("model.work"), roofs, works);
    }

    private static double lowest(List<Roofline.Work> works, double slope) {
        double lowest = slope;
        for (Roofline.Work work : works) {
            lowest = Math.min(lowest, work.point().y().value());
        }
        return lowest;
    }

    private String accelerator() {
        return scene.catalog().accelerator(question.accelerator()).map(AcceleratorEntry::name)
                .orElse(question.accelerator());
    }

    private Roofline.Roof roof(String format, double peakFlopPerSecond, double bytesPerSecond, Ink ink) {
        double ridge = peakFlopPerSecond / bytesPerSecond;
        String name = scene.say("format." + format);
        return new Roofline.Roof(name, ink, new Point(
                scene.say("model.roofline-ridge", Arguments.of("format", name)),
                amount(ridge), amount(peakFlopPerSecond / TERA),
                scene.say("model.roofline-ridge-says", Arguments.of("format", name)
                        .and("ridge", digits(ridge))
                        .and("peak", digits(peakFlopPerSecond / TERA))
                        .and("bandwidth", scene.figures().gigabytesPerSecond(bytesPerSecond)))));
    }

    private Roofline.Work work(Roofline.Phase phase, PassCost cost, String name) {
        Passes.Place place = Passes.place(cost);
        return new Roofline.Work(phase, new Point(name,
                amount(place.flopPerByte()), amount(place.flopPerSecond() / TERA),
                scene.say("model.roofline-says", Arguments.of("name", name)
                        .and("intensity", digits(place.flopPerByte()))
                        .and("rate", digits(place.flopPerSecond() / TERA))
                        .and("bandwidth", scene.figures().gigabytesPerSecond(place.bytesPerSecond())))));
    }

    private Amount amount(double value) {
        return new Amount(value, digits(value));
    }

    private String digits(double value) {
        return scene.words().significant(value, 3);
    }
}
