package dev.llmplanner.view.accuracy;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.accuracy.Scored.Figure;
import dev.llmplanner.view.accuracy.Scored.Held;
import dev.llmplanner.view.chart.Amount;
import dev.llmplanner.view.chart.Axis;
import dev.llmplanner.view.chart.Chart;
import dev.llmplanner.view.chart.Heading;
import dev.llmplanner.view.chart.Ink;
import dev.llmplanner.view.chart.Point;
import dev.llmplanner.view.chart.Scatter;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Measured against estimated on logarithmic axes, with the line of agreement and the 80 % band. */
final class AccuracyChart {
    private static final double MILLI = 1e-3;
    private static final int MOST_LONG = 4;

    private final Scene scene;
    private final AccuracyData data;
    private final AccuracyNames names;

    AccuracyChart(Scene scene, AccuracyData data, AccuracyNames names) {
        this.scene = scene;
        this.data = data;
        this.names = names;
    }

    Chart of(List<Scored> rows, Figure figure, Held held, String way) {
        double unit = figure == Figure.OUTPUT ? 1 : MILLI;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (Scored row : rows) {
            lowest = Math.min(lowest, Math.min(row.measured(), row.estimated(held)) / unit);
            highest = Math.max(highest, Math.max(row.measured(), row.estimated(held)) / unit);
        }
        return new Scatter(
                new Heading("accuracy-" + figure.code(), scene.say("accuracy.chart.title"),
                        scene.say("accuracy.chart.summary")),
                axis("accuracy.axis.estimated.", figure, lowest, highest),
                axis("accuracy.axis.measured.", figure, lowest, highest),
                scene.say("accuracy.chart.case"),
                groups(rows, held, way, unit),
                factor(figure, held));
    }

    private Axis axis(String key, Figure figure, double lowest, double highest) {
        return Axis.logarithmic(scene.say(key + figure.code()), 10, lowest, highest, this::number);
    }

    /** Both ends of the band as one factor: their geometric middle. */
    private OptionalDouble factor(Figure figure, Held held) {
        Optional<AccuracyData.Band> band = data.band(held == Held.NOTHING ? Held.CELL.code() : held.code(), figure);
        return OptionalDouble.of(band.isEmpty() ? 1.2 : Math.sqrt(band.get().high() / band.get().low()));
    }

    /** The largest groups have a look of their own; what is left shares one. */
    private List<Scatter.Group> groups(List<Scored> rows, Held held, String way, double unit) {
        Map<String, List<Scored>> byName = new LinkedHashMap<>();
        rows.forEach(row -> byName.computeIfAbsent(AccuracyEntries.by(way).apply(row.group()), name -> new ArrayList<>())
                .add(row));
        List<Map.Entry<String, List<Scored>>> sorted = new ArrayList<>(byName.entrySet());
        sorted.sort((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()));
        // Names of models and accelerators are long: a legend of more than two lines covers the axis.
        int most = way.equals("engine") || way.equals("precision") ? Ink.SERIES : MOST_LONG;
        int own = sorted.size() <= most ? sorted.size() : most - 1;
        List<Scatter.Group> groups = new ArrayList<>();
        List<Point> others = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            List<Point> points = new ArrayList<>();
            sorted.get(i).getValue().forEach(row -> points.add(point(row, held, unit)));
            if (i < own) {
                groups.add(new Scatter.Group(names.by(way, sorted.get(i).getKey()), Ink.series(i), false, points));
            } else {
                others.addAll(points);
            }
        }
        if (!others.isEmpty()) {
            groups.add(new Scatter.Group(scene.say("accuracy.others"), Ink.OTHER, false, others));
        }
        return groups;
    }

    private Point point(Scored row, Held held, double unit) {
        double measured = row.measured() / unit;
        double estimated = row.estimated(held) / unit;
        String cell = names.cell(row.group());
        return new Point(cell, new Amount(estimated, number(estimated)), new Amount(measured, number(measured)),
                scene.say("accuracy.says." + row.figure().code(), Arguments.of("case", cell)
                        .and("version", row.group().engineVersion())
                        .and("measured", number(measured)).and("estimated", number(estimated))
                        .and("error", names.signed(row.ratio(held) - 1))));
    }

    private String number(double value) {
        return scene.words().significant(value, 3);
    }
}
