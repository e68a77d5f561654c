package dev.llmplanner.build.calibrate;

import dev.llmplanner.build.calibrate.Validation.Held;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every scored row with what was measured and estimated, one row a line. {@code calibration/README.md} says what a column is. */
final class AccuracyTable {

    private static final MathContext DIGITS = new MathContext(5);
    private static final List<String> FIGURES = List.of("tpotSeconds", "ttftSeconds", "outputTokensPerSecond");

    private final List<Sample> samples;
    private final double[] inSample;
    private final Map<Held, double[]> held;
    private final Map<String, Map<String, Bands.Band>> bands;
    private final Map<String, Integer> leftOut;

    AccuracyTable(
            List<Sample> samples, double[] inSample, Map<Held, double[]> held, Map<String, Map<String, Bands.Band>> bands,
            Map<String, Integer> leftOut) {
        this.bands = bands;
        this.leftOut = leftOut;
        this.samples = samples;
        this.inSample = inSample;
        this.held = held;
    }

    String text() {
        Map<String, Integer> groups = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            int group = groups.computeIfAbsent(group(sample), key -> groups.size());
            for (int figure = 0; figure < Fit.FIGURES; figure++) {
                double measured = (figure == Fit.TPOT ? sample.tpotSeconds()
                        : figure == Fit.TTFT ? sample.ttftSeconds() : sample.outputTokensPerSecond()).orElse(0);
                int place = Fit.FIGURES * i + figure;
                if (measured > 0 && !Double.isNaN(inSample[place])) {
                    rows.add(row(sample, group, figure, measured, place));
                }
            }
        }
        return "{\n  \"figures\": " + texts(FIGURES)
                + ",\n  \"bands\": [\n    " + String.join(",\n    ", bands())
                + "\n  ],\n  \"leftOut\": [\n    " + String.join(",\n    ", leftOut())
                + "\n  ],\n  \"groupColumns\": " + texts(List.of("model", "family", "accelerator", "class", "engine",
                        "engineVersion", "precision", "kind", "measuredOn", "fitted"))
                + ",\n  \"groups\": [\n    " + String.join(",\n    ", groups.keySet())
                + "\n  ],\n  \"rowColumns\": " + texts(List.of("id", "group", "figure", "measured", "inSample", "withoutCell",
                        "withoutAccelerator", "withoutEngine", "withoutFamily"))
                + ",\n  \"rows\": [\n    " + String.join(",\n    ", rows) + "\n  ]\n}\n";
    }

    private List<String> bands() {
        List<String> all = new ArrayList<>();
        bands.forEach((situation, figures) -> figures.forEach((figure, band) -> all.add("[" + String.join(",", List.of(
                quoted(situation), quoted(figure), Integer.toString(band.rows()), number(band.low()), number(band.high()),
                number(band.coverage()), number(band.from()), number(band.to()))) + "]")));
        return all;
    }

    private List<String> leftOut() {
        List<String> all = new ArrayList<>();
        leftOut.forEach((reason, rows) -> all.add("[" + quoted(reason) + "," + rows + "]"));
        return all;
    }

    private static String group(Sample sample) {
        Sample.Group group = sample.group();
        String words = texts(List.of(group.model(), group.family(), group.accelerator(), sample.deviceClass(), group.engine(),
                sample.version(), sample.precision(), sample.kind().code(), sample.date()));
        return words.substring(0, words.length() - 1) + "," + Calibration.fitted(sample) + "]";
    }

    private String row(Sample sample, int group, int figure, double measured, int place) {
        List<String> cells = new ArrayList<>(List.of(
                quoted(sample.id()), Integer.toString(group), Integer.toString(figure), number(measured),
                number(measured * StrictMath.exp(inSample[place]))));
        for (Held kind : Held.values()) {
            cells.add(number(measured * StrictMath.exp(held.get(kind)[place])));
        }
        return "[" + String.join(",", cells) + "]";
    }

    private static String texts(List<String> texts) {
        return "[" + String.join(",", texts.stream().map(AccuracyTable::quoted).toList()) + "]";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String number(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
