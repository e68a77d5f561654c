package dev.llmplanner.view.xray;

import dev.llmplanner.screening.Xray;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.chart.Amount;
import dev.llmplanner.view.chart.Axis;
import dev.llmplanner.view.chart.Chart;
import dev.llmplanner.view.chart.Heading;
import dev.llmplanner.view.chart.Ink;
import dev.llmplanner.view.chart.Waterfall;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;

/** The two waterfalls of a decode step: bytes, and time. */
final class XrayCharts {
    private static final double MILLI = 1e-3;
    private static final double MEBI = 1024.0 * 1024;
    private static final double GIBI = 1024 * MEBI;

    private final Scene scene;

    XrayCharts(Scene scene) {
        this.scene = scene;
    }

    /** What the memory moves, part by part, and beside the sum what the links carry. */
    Chart bytes(Xray xray) {
        boolean large = Math.max(xray.memoryBytes(), xray.linkBytes()) >= GIBI;
        double unit = large ? GIBI : MEBI;
        String title = scene.say(large ? "xray.axis.gib" : "xray.axis.mib");
        List<Waterfall.Bar> bars = new ArrayList<>();
        for (Xray.Part part : xray.parts()) {
            if (part.kind() != Xray.Kind.LINKS) {
                bars.add(bar(name(part), ink(part.kind()), part.bytes() / unit, title, false,
                        part.bytes() / xray.memoryBytes()));
            }
        }
        bars.add(bar(scene.say("xray.sum"), Ink.OTHER, xray.memoryBytes() / unit, title, true, 1));
        for (Xray.Part part : xray.parts()) {
            if (part.kind() == Xray.Kind.LINKS) {
                bars.add(bar(name(part), Ink.OVERHEAD, part.bytes() / unit, title, true,
                        part.bytes() / xray.memoryBytes()));
            }
        }
        return new Waterfall(
                new Heading("xray-bytes", scene.say("xray.bytes.title"), scene.say("xray.bytes.summary")),
                Axis.linear(title, Math.max(xray.memoryBytes(), xray.linkBytes()) / unit, this::number),
                scene.say("xray.part"), bars);
    }

    /** What the step's time goes into. */
    Chart time(Xray xray) {
        String title = scene.say("xray.axis.ms");
        List<Waterfall.Bar> bars = new ArrayList<>();
        for (Xray.Part part : xray.parts()) {
            bars.add(bar(name(part), ink(part.kind()), part.seconds() / MILLI, title, false,
                    part.seconds() / xray.stepSeconds()));
        }
        if (xray.otherSeconds() > 0) {
            bars.add(bar(scene.say("xray.part.other"), Ink.OTHER, xray.otherSeconds() / MILLI, title, false,
                    xray.otherSeconds() / xray.stepSeconds()));
        }
        bars.add(bar(scene.say("xray.step"), Ink.OTHER, xray.stepSeconds() / MILLI, title, true, 1));
        bars.add(bar(scene.say("xray.peak"), Ink.WEIGHTS, xray.peakSeconds() / MILLI, title, true,
                xray.peakSeconds() / xray.stepSeconds()));
        return new Waterfall(
                new Heading("xray-time", scene.say("xray.time.title"), scene.say("xray.time.summary")),
                Axis.linear(title, xray.stepSeconds() / MILLI, this::number), scene.say("xray.part"), bars);
    }

    private Waterfall.Bar bar(String name, Ink ink, double value, String unit, boolean total, double share) {
        String says = scene.say("xray.says", Arguments.of("name", name).and("value", number(value)).and("unit", unit)
                .and("share", scene.figures().percent(share)));
        return new Waterfall.Bar(name, ink, new Amount(value, number(value)), number(value), says, total);
    }

    private String number(double value) {
        return scene.words().significant(value, 3);
    }

    private String name(Xray.Part part) {
        return scene.say("xray.part." + part.kind().code());
    }

    private static Ink ink(Xray.Kind kind) {
        return switch (kind) {
            case WEIGHTS -> Ink.WEIGHTS;
            case EXPERTS -> Ink.EXPERTS;
            case CACHE -> Ink.KV_CACHE;
            case ACTIVATIONS -> Ink.ACTIVATIONS;
            case LINKS -> Ink.OVERHEAD;
        };
    }
}
