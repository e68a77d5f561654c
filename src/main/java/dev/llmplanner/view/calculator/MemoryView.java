package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.work.WorkButton;
import java.util.ArrayList;
import java.util.List;

/** Where the memory of the fullest GPU goes: a bar, and a table of the same figures. */
final class MemoryView {
    private final Scene scene;

    MemoryView(Scene scene) {
        this.scene = scene;
    }

    Html of(MemoryPerGpu memory, Verdict verdict) {
        List<Segment> segments = segments(memory);
        Html section = el("section", "memory").aria("labelledby", "memory-title")
                .add(el("h2").id("memory-title").text(scene.say("memory.title")))
                .add(el("p", "help").text(scene.say("memory.help")))
                .add(new MemoryBar(scene).of(memory, segments))
                .add(table(memory, segments));
        return !memory.isShort()
                ? section
                : section.add(el("p", "shortfall " + verdict.code()).text(scene.say("memory.shortfall",
                        Arguments.of("shortfall", scene.figures().gibibytes(-memory.freeBytes())))));
    }

    /** In the order of the bar; parts of no size are left out. */
    private static List<Segment> segments(MemoryPerGpu memory) {
        List<Segment> segments = new ArrayList<>();
        add(segments, "weights", memory.weightsBytes());
        add(segments, "kv-cache", memory.kvCacheBytes());
        add(segments, "state", memory.stateBytes());
        add(segments, "activations", memory.activationsBytes());
        add(segments, "runtime", memory.runtimeBytes());
        add(segments, "free", memory.freeBytes());
        add(segments, "reserved", memory.reservedBytes());
        return segments;
    }

    private static void add(List<Segment> segments, String name, double bytes) {
        if (bytes > 0) {
            segments.add(new Segment(name, bytes));
        }
    }

    private Html table(MemoryPerGpu memory, List<Segment> segments) {
        Html body = el("tbody");
        for (Segment segment : segments) {
            body.add(row(segment.name(), segment.bytes(), memory)
                    .cls("segment " + segment.name()));
        }
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region")
                .aria("label", scene.say("memory.title"))
                .add(el("table", "figures-table")
                        .add(el("thead").add(el("tr")
                                .add(el("th").attr("scope", "col").text(scene.say("memory.part")))
                                .add(el("th", "number").attr("scope", "col").text(scene.say("memory.gib")))
                                .add(el("th", "number").attr("scope", "col").text(scene.say("memory.share")))))
                        .add(body)
                        .add(el("tfoot").add(row("usable", memory.usableBytes(), memory))
                                .add(row("capacity", memory.capacityBytes(), memory))));
    }

    private Html row(String name, double bytes, MemoryPerGpu memory) {
        return el("tr").key(name)
                .add(el("th").attr("scope", "row")
                        .add(el("span", "swatch").aria("hidden", true))
                        .text(scene.say("memory." + name)))
                .add(amount(name, bytes))
                .add(el("td", "number").text(scene.words().percent(bytes / memory.capacityBytes(), 0)));
    }

    /** Every part but the capacity, which is the catalog's own, has a formula. */
    private Html amount(String name, double bytes) {
        Html cell = el("td", "number").text(scene.figures().gibibytesBare(bytes));
        return name.equals("capacity")
                ? cell
                : cell.add(WorkButton.of(scene, "memoryPerGpu." + member(name), scene.say("memory." + name)));
    }

    /** The name of a part in the contract's result. */
    private static String member(String name) {
        return switch (name) {
            case "weights" -> "weightsBytes";
            case "kv-cache" -> "kvCacheBytes";
            case "state" -> "stateBytes";
            case "activations" -> "activationsBytes";
            case "runtime" -> "runtimeBytes";
            case "free" -> "freeBytes";
            case "reserved" -> "reservedBytes";
            case "usable" -> "usableBytes";
            default -> throw new IllegalArgumentException(name);
        };
    }

    /**
     * One part of the bar.
     *
     * @param name of the message and the class
     */
    record Segment(String name, double bytes) {}
}
