package dev.llmplanner.docs;

import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.JsonObject;
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

    private static final Map<String, String> RENAMED =
            Map.of("meta-llama/Llama-3.1-70B", "llama-3.1-70b", "deepseek-ai/DeepSeek-V3", "deepseek-v3");

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
            accuracy(clean);
            spread(clean);
        }
        Double figure = figures.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("no figure " + name + " among " + figures.keySet());
        }
        return figure;
    }

    private static void accuracy(List<Table.Row> clean) {
        List<Double> tpot = new ArrayList<>();
        List<Double> ttft = new ArrayList<>();
        Set<String> cells = new HashSet<>();
        double tpotInside = 0;
        double ttftInside = 0;
        for (Table.Row row : clean) {
            Optional<Speed> speed = row.text("mode").equals("aggregated") ? speed(row) : Optional.empty();
            if (speed.isPresent()) {
                tpot.add(error(speed.get().tpotSeconds(), row.number("tpot_ms") / 1e3));
                ttft.add(error(speed.get().ttftSeconds(), row.number("ttft_ms") / 1e3));
                tpotInside += inside(speed.get().tpotSeconds(), row.number("tpot_ms") / 1e3);
                ttftInside += inside(speed.get().ttftSeconds(), row.number("ttft_ms") / 1e3);
                cells.add(row.text("model") + row.text("accelerator") + row.text("precision") + row.text("engine"));
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

    private static Optional<Speed> speed(Table.Row row) {
        String id = RENAMED.getOrDefault(row.text("model"), row.text("model"));
        Optional<String> model = TestCatalog.catalog().model(id).map(entry -> entry.id());
        if (model.isEmpty()) {
            return Optional.empty();
        }
        try {
            Estimate estimate = TestCatalog.planner().evaluate(request(row, model.get())).estimate();
            return estimate.speed();
        } catch (RequestException refused) {
            return Optional.empty();
        }
    }

    private static JsonObject request(Table.Row row, String model) {
        JsonObject.Builder request = new JsonObject.Builder();
        if (row.text("engine_version").matches("[0-9]+\\.[0-9].*")) {
            request.put("engineVersion", row.text("engine_version"));
        }
        return request
                .put("model", model)
                .put("accelerator", row.text("accelerator"))
                .put("engine", row.text("engine"))
                .put("precision", new JsonObject.Builder()
                        .put("weights", model.startsWith("gpt-oss") ? "native" : row.text("precision"))
                        .put("kvCache", row.number("kv_bytes") == 1 ? "fp8" : "bf16")
                        .build())
                .put("layout", new JsonObject.Builder()
                        .put("tensorParallel", row.integer("tensor_parallel"))
                        .put("attentionDataParallel", row.integer("attention_data_parallel"))
                        .put("expertParallel", row.integer("expert_parallel"))
                        .build())
                .put("workload", new JsonObject.Builder()
                        .put("inputTokens", row.number("input_tokens"))
                        .put("outputTokens", row.number("output_tokens"))
                        .put("lengthFactor", row.number("length_factor"))
                        .put("concurrency", row.number("concurrency"))
                        .put("arrival", "closed-loop")
                        .build())
                .build();
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
