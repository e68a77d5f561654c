package dev.llmplanner.view.xray;

import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.ServingPoint;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.chart.Amount;
import dev.llmplanner.view.chart.Axis;
import dev.llmplanner.view.chart.Chart;
import dev.llmplanner.view.chart.Heading;
import dev.llmplanner.view.chart.Ink;
import dev.llmplanner.view.chart.StackedBars;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The memory of the fullest GPU: with one sequence, as asked, and with as many as pool and engine allow at that mean context.
 *
 * <p>Only cache and state grow with the sequences, in proportion; a deployment that doesn't fit has one bar, past the capacity.
 */
final class MemoryChart {
    private static final double GIBI = 1_073_741_824;

    private final Scene scene;
    private final String unit;
    private final List<String> bars = new ArrayList<>();
    private final List<MemoryPerGpu> memories = new ArrayList<>();

    private MemoryChart(Scene scene) {
        this.scene = scene;
        this.unit = scene.say("xray.memory-axis");
    }

    /** Of that estimate; empty where its memory isn't known. */
    static Optional<Chart> of(Estimate estimate, Scene scene) {
        return estimate.memory().map(memory -> new MemoryChart(scene).chart(memory, estimate.point()));
    }

    private Chart chart(MemoryPerGpu memory, Optional<ServingPoint> point) {
        double running = point.map(ServingPoint::runningBatch).orElse(0.0);
        double held = memory.kvCacheBytes() + memory.stateBytes();
        boolean fits = running > 0 && held > 0 && !memory.isShort();
        if (fits && running > 1) {
            bar(sequences("xray.memory-sequences", 1), scaled(memory, 1 / running));
        }
        bar(fits ? sequences("xray.memory-asked", running) : scene.say("xray.memory-short"), memory);
        double most = fits ? Math.floor(point.orElseThrow().mostRunning()) : 0;
        if (most > running) {
            bar(sequences("xray.memory-most", most), scaled(memory, most / running));
        }
        List<StackedBars.Part> parts = new ArrayList<>();
        part(parts, "memory.weights", Ink.WEIGHTS, MemoryPerGpu::weightsBytes);
        part(parts, "xray.part.cache", Ink.KV_CACHE, one -> one.kvCacheBytes() + one.stateBytes());
        part(parts, "memory.activations", Ink.ACTIVATIONS, MemoryPerGpu::activationsBytes);
        part(parts, "memory.runtime", Ink.OVERHEAD, MemoryPerGpu::runtimeBytes);
        part(parts, "memory.free", Ink.FREE, one -> Math.max(0, one.freeBytes()));
        part(parts, "memory.reserved", Ink.RESERVED, MemoryPerGpu::reservedBytes);
        double needed = memory.capacityBytes() - (memory.isShort() ? memory.freeBytes() : 0);
        return new StackedBars(
                new Heading("xray-memory", scene.say("memory.title"), scene.say(fits ? "xray.memory-summary" : "xray.memory-over",
                        Arguments.of("capacity", scene.figures().gibibytes(memory.capacityBytes()))
                                .and("free", scene.figures().gibibytes(Math.abs(memory.freeBytes()))))),
                Axis.linear(unit, needed / GIBI, this::number), scene.say("xray.memory-bars"), bars, parts,
                Optional.of(new StackedBars.Limit(scene.say("memory.capacity"), amount(memory.capacityBytes()))));
    }

    private void bar(String name, MemoryPerGpu memory) {
        bars.add(name);
        memories.add(memory);
    }

    private void part(List<StackedBars.Part> parts, String name, Ink ink, ToDoubleFunction<MemoryPerGpu> bytes) {
        List<Amount> amounts = new ArrayList<>();
        List<String> says = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < bars.size(); i++) {
            Amount amount = amount(bytes.applyAsDouble(memories.get(i)));
            amounts.add(amount);
            sum += amount.value();
            says.add(scene.say("xray.memory-says", Arguments.of("bar", bars.get(i)).and("part", scene.say(name))
                    .and("value", amount.text()).and("unit", unit)
                    .and("share", scene.figures().percent(bytes.applyAsDouble(memories.get(i)) / memories.get(i).capacityBytes()))));
        }
        if (sum > 0) {
            parts.add(new StackedBars.Part(scene.say(name), ink, amounts, says));
        }
    }

    private static MemoryPerGpu scaled(MemoryPerGpu memory, double factor) {
        return new MemoryPerGpu(memory.capacityBytes(), memory.reservedBytes(), memory.weightsBytes(),
                memory.kvCacheBytes() * factor, memory.stateBytes() * factor, memory.activationsBytes(), memory.runtimeBytes());
    }

    private String sequences(String key, double count) {
        return scene.say(key, Arguments.of("count", scene.words().number(count, 0)));
    }

    private Amount amount(double bytes) {
        return new Amount(bytes / GIBI, number(bytes / GIBI));
    }

    private String number(double value) {
        return scene.words().significant(value, 3);
    }
}
