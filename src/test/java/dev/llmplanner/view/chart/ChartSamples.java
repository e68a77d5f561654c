package dev.llmplanner.view.chart;

import dev.llmplanner.build.message.JvmWords;
import dev.llmplanner.view.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One chart of each kind, with invented round numbers. */
public final class ChartSamples {

    private static final Words WORDS = JvmWords.read(Path.of(""), "en");

    private ChartSamples() {
    }

    /** All kinds. */
    public static List<Chart> all() {
        return List.of(waterfall(), stackedBars(), lines(), scatter(), agreement(), roofline(), tornado(), limited(), resold());
    }

    static Waterfall waterfall() {
        return new Waterfall(heading("waterfall", "Bytes per decode step on one GPU"),
                Axis.linear("GB", 62, ChartSamples::number), "Part", List.of(
                        bar("Attention and shared weights", Ink.WEIGHTS, 12.5, false),
                        bar("Experts touched", Ink.EXPERTS, 38, false),
                        bar("KV cache", Ink.KV_CACHE, 8.25, false),
                        bar("Activations", Ink.ACTIVATIONS, 3, false),
                        bar("Sum", Ink.OTHER, 61.75, true)));
    }

    private static Waterfall.Bar bar(String name, Ink ink, double value, boolean total) {
        return new Waterfall.Bar(name, ink, amount(value), number(value) + " GB", name + "\n" + number(value) + " GB", total);
    }

    static StackedBars stackedBars() {
        return new StackedBars(heading("stacked", "Memory of one GPU"),
                Axis.linear("GiB", 141, ChartSamples::number), "Accelerator", List.of("H200", "B200 {x}"), List.of(
                        part("Weights", Ink.WEIGHTS, 86, 86),
                        part("KV cache", Ink.KV_CACHE, 20, 60),
                        part("Activations", Ink.ACTIVATIONS, 4, 5),
                        part("Runtime overhead", Ink.OVERHEAD, 3, 3)));
    }

    /** Bars under a limit, what is free and what may not be taken among their parts. */
    static StackedBars limited() {
        return new StackedBars(heading("limited", "Memory of one GPU, with one request and with many"),
                Axis.linear("GiB", 141, ChartSamples::number), "Requests", List.of("1", "64"), List.of(
                        part("Weights", Ink.WEIGHTS, 86, 86),
                        part("KV cache", Ink.KV_CACHE, 0.5, 32),
                        part("Free", Ink.FREE, 46.5, 15),
                        part("Reserved", Ink.RESERVED, 8, 8)),
                Optional.of(new StackedBars.Limit("Capacity", amount(141))));
    }

    /** Amounts of which one is taken off again. */
    static Waterfall resold() {
        return new Waterfall(heading("resold", "What three years cost"),
                Axis.linear("USD", 130, ChartSamples::number), "Part", List.of(
                        bar("Servers", Ink.WEIGHTS, 100, false),
                        bar("Energy", Ink.KV_CACHE, 30, false),
                        bar("Resale value", Ink.ACTIVATIONS, -20, false),
                        bar("Sum", Ink.OTHER, 110, true)));
    }

    private static StackedBars.Part part(String name, Ink ink, double first, double second) {
        return new StackedBars.Part(name, ink, List.of(amount(first), amount(second)),
                List.of(name + " " + number(first), name + " " + number(second)));
    }

    static Lines lines() {
        List<Lines.Line> lines = new ArrayList<>();
        double[] perToken = {0.03, 0.031, 0.16, 0.5};
        String[] names = {"DeepSeek-R1", "Kimi K2", "Qwen3-235B-A22B", "Llama 3.1 405B"};
        for (int i = 0; i < names.length; i++) {
            List<Point> points = new ArrayList<>();
            for (double context = 1024; context <= 131072; context *= 2) {
                points.add(point("", context, context * perToken[i] / 1024, names[i]));
            }
            lines.add(new Lines.Line(names[i], Ink.series(i), points));
        }
        return new Lines(heading("lines", "KV cache against context"),
                Axis.logarithmic("Context, tokens", 2, 1024, 131072, ChartSamples::number),
                Axis.logarithmic("KV cache per request, GiB", 10, 0.03, 64, ChartSamples::number), "Model", lines);
    }

    static Scatter scatter() {
        List<Point> frontier = List.of(point("TP8", 20, 900, "TP8"), point("TP4", 30, 1600, "TP4"),
                point("TP4 EP4", 45, 2100, "TP4 EP4"));
        List<Point> others = List.of(point("TP2 PP2", 44, 1500, "TP2 PP2"), point("PP4", 46, 1480, "PP4"));
        return new Scatter(heading("scatter", "Frontier"), Axis.linear("TPOT, ms", 60, ChartSamples::number),
                Axis.linear("Output tokens/s", 2400, ChartSamples::number), "Layout",
                List.of(new Scatter.Group("Frontier", Ink.WEIGHTS, true, frontier),
                        new Scatter.Group("Other layouts", Ink.KV_CACHE, false, others)), OptionalDouble.empty());
    }

    static Scatter agreement() {
        List<Point> points = List.of(point("A", 10, 11, "A"), point("B", 30, 28, "B"), point("C", 80, 90, "C"));
        return new Scatter(heading("agreement", "Measured and estimated"),
                Axis.logarithmic("Measured TPOT, ms", 10, 10, 100, ChartSamples::number),
                Axis.logarithmic("Estimated TPOT, ms", 10, 10, 100, ChartSamples::number), "Measurement",
                List.of(new Scatter.Group("Measurements", Ink.WEIGHTS, false, points)), OptionalDouble.of(1.25));
    }

    static Roofline roofline() {
        return new Roofline(heading("roofline", "Place on the roofline"),
                Axis.logarithmic("Arithmetic intensity, FLOP/byte", 10, 1, 10_000, ChartSamples::number),
                Axis.logarithmic("Rate, TFLOP/s", 10, 1, 2000, ChartSamples::number), "Work",
                List.of(new Roofline.Roof("H200 FP8", Ink.OVERHEAD, point("Ridge 412 FLOP/byte", 412, 1979, "H200, FP8"))),
                List.of(new Roofline.Work(Roofline.Phase.DECODE, point("Decode, 64 requests", 24, 90, "Decode")),
                        new Roofline.Work(Roofline.Phase.PREFILL, point("Prefill, 8,192 tokens", 3000, 1100, "Prefill"))));
    }

    static Tornado tornado() {
        return new Tornado(heading("tornado", "What moves the cost"),
                Axis.aroundZero("Cost of 1M tokens, USD", 0.9, ChartSamples::number), "Input", "10 % less", "10 % more",
                List.of(new Tornado.Bar("Users", end(-0.8), end(0.85)), new Tornado.Bar("Output tokens", end(-0.4), end(0.45)),
                        new Tornado.Bar("TTFT", end(0.2), end(-0.1))));
    }

    private static Optional<Tornado.End> end(double value) {
        return Optional.of(new Tornado.End(amount(value), number(value)));
    }

    private static Heading heading(String id, String title) {
        return new Heading(id, title, "Sample " + id + ".");
    }

    private static Point point(String name, double x, double y, String says) {
        return new Point(name, amount(x), amount(y), says + "\n" + number(x) + " · " + number(y));
    }

    private static Amount amount(double value) {
        return new Amount(value, number(value));
    }

    /** The page's words, in English. */
    public static Words words() {
        return WORDS;
    }

    static String number(double value) {
        return words().significant(value, 3);
    }
}
