package dev.llmplanner.view.xray;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.engine.hardware.PeakRates;
import dev.llmplanner.engine.roofline.OperatorCost;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.chart.Amount;
import dev.llmplanner.view.chart.Axis;
import dev.llmplanner.view.chart.Chart;
import dev.llmplanner.view.chart.Heading;
import dev.llmplanner.view.chart.Ink;
import dev.llmplanner.view.chart.Point;
import dev.llmplanner.view.chart.Roofline;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the scenario's own steps stand on one GPU: a step's kernels over the bytes that they move in its memory, without
 * collectives, under the accelerator's published dense rates.
 */
final class RooflineChart {
    private static final double TERA = 1e12;

    private final Scene scene;
    private final double bytesPerSecond;
    private final List<Roofline.Roof> roofs = new ArrayList<>();
    private final List<Roofline.Work> works = new ArrayList<>();

    private RooflineChart(Scene scene, double bytesPerSecond) {
        this.scene = scene;
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Of that speed on that accelerator; empty where its bandwidth or every dense rate is missing. */
    static Optional<Chart> of(Speed speed, AcceleratorEntry device, Scene scene) {
        OptionalDouble bandwidth = device.accelerator().memoryBandwidthBytesPerSecond();
        return bandwidth.isEmpty() ? Optional.empty()
                : new RooflineChart(scene, bandwidth.getAsDouble()).chart(speed, device);
    }

    private Optional<Chart> chart(Speed speed, AcceleratorEntry device) {
        PeakRates peaks = device.accelerator().peaks();
        roof("bf16", peaks.halfFlopPerSecond(), Ink.OTHER);
        roof("fp8", peaks.fp8FlopPerSecond(), Ink.OVERHEAD);
        roof("nvfp4", peaks.fp4FlopPerSecond(), Ink.ACTIVATIONS);
        work(speed, Roofline.Phase.DECODE);
        work(speed, Roofline.Phase.PREFILL);
        if (roofs.isEmpty() || works.size() < 2) {
            return Optional.empty();
        }
        double left = Double.POSITIVE_INFINITY;
        double right = 0;
        double bottom = Double.POSITIVE_INFINITY;
        double top = 0;
        for (Roofline.Work work : works) {
            left = Math.min(left, work.point().x().value());
            right = Math.max(right, work.point().x().value());
            bottom = Math.min(bottom, work.point().y().value());
            top = Math.max(top, work.point().y().value());
        }
        for (Roofline.Roof roof : roofs) {
            right = Math.max(right, 2 * roof.ridge().x().value());
            top = Math.max(top, roof.ridge().y().value());
        }
        return Optional.of(new Roofline(
                new Heading("xray-roofline", scene.say("xray.roofline-title", Arguments.of("accelerator", device.name())),
                        scene.say("xray.roofline-summary", Arguments.of("decode", works.get(0).point().x().text())
                                .and("prefill", works.get(1).point().x().text())
                                .and("ridge", roofs.get(roofs.size() - 1).ridge().x().text()))),
                Axis.logarithmic(scene.say("model.intensity"), 10, left, right, this::digits),
                Axis.logarithmic(scene.say("model.rate"), 10, bottom, top, this::digits),
                scene.say("model.work"), roofs, works));
    }

    private void roof(String format, OptionalDouble peak, Ink ink) {
        if (peak.isEmpty()) {
            return;
        }
        double ridge = peak.getAsDouble() / bytesPerSecond;
        String name = scene.say("format." + format);
        roofs.add(new Roofline.Roof(name, ink, new Point(
                scene.say("model.roofline-ridge", Arguments.of("format", name)),
                amount(ridge), amount(peak.getAsDouble() / TERA),
                scene.say("model.roofline-ridge-says", Arguments.of("format", name)
                        .and("ridge", digits(ridge)).and("peak", digits(peak.getAsDouble() / TERA))
                        .and("bandwidth", scene.figures().gigabytesPerSecond(bytesPerSecond))))));
    }

    private void work(Speed speed, Roofline.Phase phase) {
        double flop = 0;
        double bytes = 0;
        double seconds = 0;
        boolean decode = phase == Roofline.Phase.DECODE;
        for (OperatorCost operator : speed.operators()) {
            if (operator.bound() != OperatorCost.Bound.INTERCONNECT
                    && (operator.phase() == OperatorCost.Phase.DECODE) == decode) {
                flop += operator.flop();
                bytes += operator.bytes();
                seconds += operator.seconds();
            }
        }
        if (flop > 0 && bytes > 0 && seconds > 0) {
            String name = scene.say(decode ? "xray.roofline-decode" : "xray.roofline-prefill");
            works.add(new Roofline.Work(phase, new Point(name, amount(flop / bytes), amount(flop / seconds / TERA),
                    scene.say("model.roofline-says", Arguments.of("name", name)
                            .and("intensity", digits(flop / bytes)).and("rate", digits(flop / seconds / TERA))
                            .and("bandwidth", scene.figures().gigabytesPerSecond(bytes / seconds))))));
        }
    }

    private Amount amount(double value) {
        return new Amount(value, digits(value));
    }

    private String digits(double value) {
        return scene.words().significant(value, 3);
    }
}
