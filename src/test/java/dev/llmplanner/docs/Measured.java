package dev.llmplanner.docs;

import dev.llmplanner.build.calibrate.MeasuredPoint;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.support.ServingRows;
import dev.llmplanner.support.Table;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Figures about {@code measurements/serving.csv} that pages quote: how far the planner is from its clean aggregated rows, how
 * many of them its band holds, and how far equal measurements are from each other.
 */
final class Measured {

    private static final List<String> NOT_CONFIGURATION =
            List.of("id", "ttft_ms", "tpot_ms", "measured", "source", "status", "engine_version");

    private static Map<String, Double> figures;

    private Measured() {}

    /** The figure of that name. */
    static synchronized double figure(String name) {
        if (figures == null) {
            figures = new HashMap<>();
            List<Table.Row> clean = Table.read("measurements/serving.csv").rows().stream()
                    .filter(row -> row.text("status").equals("clean"))
                    .toList();
            accuracy();
            spread(clean);
        }
        Double figure = figures.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("no figure " + name + " among " + figures.keySet());
        }
        return figure;
    }

    private static void accuracy() {
        List<Double> tpot = new ArrayList<>();
        List<Double> ttft = new ArrayList<>();
        Set<String> cells = new HashSet<>();
        double tpotInside = 0;
        double ttftInside = 0;
        for (MeasuredPoint row : ServingRows.aggregated()) {
            Optional<Speed> speed = TestCatalog.planner().evaluate(row.request()).estimate().speed();
            if (speed.isPresent()) {
                tpot.add(error(speed.get().tpotSeconds(), row.tpotSeconds().getAsDouble()));
                ttft.add(error(speed.get().ttftSeconds(), row.ttftSeconds().getAsDouble()));
                tpotInside += inside(speed.get().tpotSeconds(), row.tpotSeconds().getAsDouble());
                ttftInside += inside(speed.get().ttftSeconds(), row.ttftSeconds().getAsDouble());
                cells.add(ServingRows.cell(row));
            }
        }
        figures.put("rows", (double) tpot.size());
        figures.put("cells", (double) cells.size());
        summary("tpot", tpot);
        summary("ttft", ttft);
        figures.put("tpot.covered", tpotInside / tpot.size());
        figures.put("ttft.covered", ttftInside / ttft.size());
    }

    private static void summary(String name, List<Double> errors) {
        figures.put(name + ".median", quantile(errors, 0.5));
        figures.put(name + ".mean", errors.stream().mapToDouble(error -> error).average().orElseThrow());
        figures.put(name + ".p90", quantile(errors, 0.9));
    }

    private static double error(Band estimate, double measured) {
        return Math.abs(estimate.mid() / measured - 1);
    }

    private static double inside(Band estimate, double measured) {
        return estimate.low() <= measured && measured <= estimate.high() ? 1 : 0;
    }

    private static double quantile(List<Double> values, double fraction) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        double position = fraction * (sorted.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
    }

    /** Largest over smallest TPOT, less one, in groups of one configuration: within a version, and between versions. */
    private static void spread(List<Table.Row> clean) {
        Map<String, Map<String, List<Double>>> groups = new TreeMap<>();
        for (Table.Row row : clean) {
            StringBuilder configuration = new StringBuilder();
            for (String column : row.header()) {
                configuration.append(NOT_CONFIGURATION.contains(column) ? "" : row.text(column) + ";");
            }
            groups.computeIfAbsent(configuration.toString(), key -> new TreeMap<>())
                    .computeIfAbsent(row.text("engine_version"), key -> new ArrayList<>())
                    .add(row.number("tpot_ms"));
        }
        List<Double> same = new ArrayList<>();
        List<Double> different = new ArrayList<>();
        groups.values().forEach(versions -> {
            versions.values().stream().filter(runs -> runs.size() > 1).forEach(runs -> same.add(spreadOf(runs)));
            if (versions.size() > 1) {
                different.add(spreadOf(versions.values().stream().map(runs -> quantile(runs, 0.5)).toList()));
            }
        });
        figures.put("same.groups", (double) same.size());
        figures.put("same.median", quantile(same, 0.5));
        figures.put("version.groups", (double) different.size());
        figures.put("version.median", quantile(different, 0.5));
    }

    private static double spreadOf(List<Double> runs) {
        return Collections.max(runs) / Collections.min(runs) - 1;
    }
}
