package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.calculator.MemoryView.Segment;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/**
 * The stacked bar of one GPU's memory.
 *
 * <p>Widths are shares of the drawing, so that the bar takes any width while its labels keep their size. A part that
 * doesn't fit runs past the dashed line of the usable memory and is hatched there.
 */
final class MemoryBar {
    private static final double WIDE_ENOUGH = 0.13;
    private static final int TOP = 24;
    private static final int HEIGHT = 48;

    private final Scene scene;

    MemoryBar(Scene scene) {
        this.scene = scene;
    }

    Html of(MemoryPerGpu memory, List<Segment> segments) {
        double needed = memory.usableBytes() - Math.min(0, memory.freeBytes());
        boolean fits = !memory.isShort();
        double scale = Math.max(memory.capacityBytes(), needed);
        Html bar = el("svg", "memory-bar").attr("role", "img").attr("height", 96)
                .attr("width", "100%")
                .aria("labelledby", "memory-bar-title memory-bar-desc")
                .add(el("title").id("memory-bar-title").text(scene.say("memory.title")))
                .add(el("desc").id("memory-bar-desc").text(description(memory)))
                .add(patterns());
        double from = 0;
        for (Segment segment : segments) {
            boolean reserved = segment.name().equals("reserved");
            if (reserved && !fits) {
                continue;
            }
            bar.add(segment(segment, from / scale, segment.bytes() / scale));
            from += segment.bytes();
        }
        double usable = memory.usableBytes() / scale;
        if (!fits) {
            bar.add(el("rect", "short").attr("x", share(usable)).attr("width", share(needed / scale - usable))
                    .attr("y", TOP).attr("height", HEIGHT).attr("fill", "url(#hatch)"));
        }
        return bar.add(line(usable, "usable", memory.usableBytes()))
                .add(line(memory.capacityBytes() / scale, "capacity", memory.capacityBytes()));
    }

    private String description(MemoryPerGpu memory) {
        return scene.say(memory.isShort() ? "memory.desc-short" : "memory.desc",
                Arguments.of("capacity", scene.figures().gibibytes(memory.capacityBytes()))
                        .and("usable", scene.figures().gibibytes(memory.usableBytes()))
                        .and("weights", scene.figures().gibibytes(memory.weightsBytes()))
                        .and("free", scene.figures().gibibytes(Math.abs(memory.freeBytes()))));
    }

    private static Html patterns() {
        return el("defs")
                .add(el("pattern").id("hatch").attr("width", 8).attr("height", 8)
                        .attr("patternUnits", "userSpaceOnUse").attr("patternTransform", "rotate(45)")
                        .add(el("rect", "hatch-line").attr("width", 3).attr("height", 8)))
                .add(el("pattern").id("dots").attr("width", 6).attr("height", 6)
                        .attr("patternUnits", "userSpaceOnUse")
                        .add(el("circle", "dot").attr("cx", 2).attr("cy", 2).attr("r", 1.2)));
    }

    private Html segment(Segment segment, double from, double width) {
        Html group = el("g", "segment " + segment.name()).key(segment.name())
                .add(el("rect").attr("x", share(from)).attr("width", share(width))
                        .attr("y", TOP).attr("height", HEIGHT));
        if (segment.name().equals("state")) {
            group.add(el("rect", "texture").attr("x", share(from)).attr("width", share(width))
                    .attr("y", TOP).attr("height", HEIGHT).attr("fill", "url(#dots)"));
        }
        if (width < WIDE_ENOUGH) {
            return group;
        }
        return group.add(el("svg").attr("x", share(from)).attr("width", share(width)).attr("y", TOP)
                .attr("height", HEIGHT)
                .add(el("text", "part").attr("x", 8).attr("y", 20).text(scene.say("memory." + segment.name())))
                .add(el("text", "amount").attr("x", 8).attr("y", 38)
                        .text(scene.figures().gibibytes(segment.bytes()))));
    }

    /** A dashed line across the bar; its label stands on the side where there is room. */
    private Html line(double at, String name, double bytes) {
        boolean usable = name.equals("usable");
        String x = share(at);
        return el("g", "limit " + name).key(name)
                .add(el("line").attr("x1", x).attr("x2", x)
                        .attr("y1", usable ? TOP - 6 : TOP).attr("y2", usable ? TOP + HEIGHT : TOP + HEIGHT + 6))
                .add(el("text").attr("x", x).attr("y", usable ? 14 : TOP + HEIGHT + 20)
                        .attr("text-anchor", at < 0.3 ? "start" : "end")
                        .text(scene.say("memory.limit", Arguments.of("name", scene.say("memory." + name))
                                .and("value", scene.figures().gibibytes(bytes)))));
    }

    /** A share as an SVG length: 12.34%. */
    private static String share(double fraction) {
        int hundredths = (int) Math.round(Math.max(0, Math.min(1, fraction)) * 10_000);
        int rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + "%";
    }
}
