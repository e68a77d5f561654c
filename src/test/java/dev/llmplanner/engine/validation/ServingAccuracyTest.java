package dev.llmplanner.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Table;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The planner on every clean row of {@code measurements/serving.csv} whose model is in the catalog. The rows
 * calibrated the constants: this says whether the composition is what was calibrated, not how well it predicts.
 */
class ServingAccuracyTest {

    private static final String REPORT = "target/accuracy.txt";

    private static final Map<String, String> RENAMED =
            Map.of("meta-llama/Llama-3.1-70B", "llama-3.1-70b", "deepseek-ai/DeepSeek-V3", "deepseek-v3");

    /** Ran with a larger share of memory for weights and cache than SGLang's default, which the table doesn't say. */
    private static final Set<String> KNOWN_GAPS =
            Set.of("deepseek-v3 nvidia-b200-sxm-180gb fp8 sglang: does-not-fit");

    private static final Set<String> KNOWN_GAPS_OF_POOLS =
            Set.of("deepseek-v3 nvidia-gb200 fp8 sglang: does-not-fit");

    /** Errors of one group of rows. */
    private static final class Group {
        private final Errors tpot = new Errors();
        private final Errors ttft = new Errors();

        void add(Answer answer, Table.Row row) {
            var speed = answer.estimate().speed().orElseThrow();
            tpot.add(speed.tpotSeconds().mid(), row.number("tpot_ms") / 1e3);
            ttft.add(speed.ttftSeconds().mid(), row.number("ttft_ms") / 1e3);
        }
    }

    @Test
    void meansAreAsCloseAsCalibrationLeftThem() throws IOException {
        Group all = new Group();
        Group queued = new Group();
        Map<String, Group> cells = new TreeMap<>();
        Map<String, Integer> skipped = new TreeMap<>();
        List<String> rows = new ArrayList<>();
        for (Table.Row row : Table.read("measurements/serving.csv").rows()) {
            boolean scored = row.text("status").equals("clean") && row.text("mode").equals("aggregated");
            Optional<String> model = model(row.text("model"));
            if (!scored || model.isEmpty()) {
                continue;
            }
            Optional<Answer> answer = answer(row, model.get(), skipped);
            if (answer.isPresent()) {
                all.add(answer.get(), row);
                if (answer.get().estimate().findings().stream().anyMatch(f -> f.code().equals("kv-limited"))) {
                    queued.add(answer.get(), row);
                }
                cells.computeIfAbsent(cell(row, model.get()), cell -> new Group()).add(answer.get(), row);
                rows.add(line(row, answer.get()));
            }
        }

        cells.put("(all where requests wait for memory)", queued);
        String report = report(all, cells, skipped);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of(REPORT), report + "\n" + String.join("\n", rows) + "\n");
        System.out.println(report);

        assertThat(skipped.keySet()).as("rows that ran and have no estimate").isEqualTo(KNOWN_GAPS);
        assertThat(all.tpot.count()).as("rows scored").isGreaterThan(1000);
        assertThat(all.tpot.median()).as("median error of TPOT").isLessThan(0.07);
        assertThat(all.tpot.mean()).as("mean error of TPOT").isLessThan(0.09);
        assertThat(all.ttft.median()).as("median error of TTFT").isLessThan(0.19);
    }

    @Test
    void separatePoolsAreAsCloseAsTheirRowsAllow() throws IOException {
        Group all = new Group();
        Map<String, Group> cells = new TreeMap<>();
        Map<String, Integer> skipped = new TreeMap<>();
        for (Table.Row row : Table.read("measurements/serving.csv").rows()) {
            boolean scored = row.text("status").equals("clean") && row.text("mode").equals("disaggregated");
            Optional<String> model = model(row.text("model"));
            if (scored && model.isPresent()) {
                answer(row, model.get(), skipped).ifPresent(answer -> {
                    all.add(answer, row);
                    cells.computeIfAbsent(cell(row, model.get()), cell -> new Group()).add(answer, row);
                });
            }
        }
        String report = report(all, cells, skipped);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/accuracy-pools.txt"), report);
        System.out.println(report);

        assertThat(skipped.keySet()).as("rows that ran and have no estimate").isEqualTo(KNOWN_GAPS_OF_POOLS);
        assertThat(all.tpot.count()).as("rows scored").isGreaterThan(100);
        assertThat(all.tpot.median()).as("median error of TPOT").isLessThan(0.08);
        assertThat(all.ttft.median()).as("median error of TTFT").isLessThan(0.35);
    }

    private static Optional<String> model(String repository) {
        String id = RENAMED.getOrDefault(repository, repository);
        return TestCatalog.catalog().model(id).map(entry -> entry.id());
    }

    private static String cell(Table.Row row, String model) {
        return model + " " + row.text("accelerator") + " " + row.text("precision") + " " + row.text("engine");
    }

    private static Optional<Answer> answer(Table.Row row, String model, Map<String, Integer> skipped) {
        String reason;
        try {
            Answer answer = TestCatalog.planner().evaluate(request(row, model));
            if (answer.estimate().speed().isPresent()) {
                return Optional.of(answer);
            }
            reason = answer.estimate().findings().get(0).code();
        } catch (RequestException refused) {
            reason = refused.code() + " at " + refused.path();
        }
        skipped.merge(cell(row, model) + ": " + reason, 1, Integer::sum);
        return Optional.empty();
    }

    private static JsonObject request(Table.Row row, String model) {
        boolean mixedAsReleased = model.startsWith("gpt-oss");
        JsonObject.Builder request = new JsonObject.Builder();
        if (row.text("engine_version").matches("[0-9]+\\.[0-9].*")) {
            request.put("engineVersion", row.text("engine_version"));
        }
        if (row.text("mode").equals("disaggregated")) {
            request.put("mode", "disaggregated").put("fabric", "ib-ndr")
                    .put("prefill", new JsonObject.Builder()
                            .put("workers", row.number("prefill_workers"))
                            .put("layout", layout(row, "prefill_")).build())
                    .put("decode", new JsonObject.Builder()
                            .put("workers", row.number("decode_workers")).put("layout", layout(row, "")).build());
        } else {
            request.put("layout", layout(row, ""));
        }
        return request
                .put("model", model)
                .put("accelerator", row.text("accelerator"))
                .put("engine", row.text("engine"))
                .put("precision", new JsonObject.Builder()
                        .put("weights", mixedAsReleased ? "native" : row.text("precision"))
                        .put("kvCache", row.number("kv_bytes") == 1 ? "fp8" : "bf16")
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

    private static JsonObject layout(Table.Row row, String phase) {
        return new JsonObject.Builder()
                .put("tensorParallel", row.number(phase + "tensor_parallel"))
                .put("attentionDataParallel", row.number(phase + "attention_data_parallel"))
                .put("expertParallel", row.number(phase + "expert_parallel"))
                .build();
    }

    private static String report(Group all, Map<String, Group> cells, Map<String, Integer> skipped) {
        StringBuilder report = new StringBuilder("Errors against measurements/serving.csv, clean rows, per cent\n");
        report.append(String.format("%-66s %5s | %-27s | %-27s%n", "", "rows", "TPOT median mean p90 bias", "TTFT median mean p90 bias"));
        report.append(line("all", all));
        cells.forEach((name, group) -> report.append(line(name, group)));
        skipped.forEach((reason, count) -> report.append(String.format("not scored, %d rows: %s%n", count, reason)));
        return report.toString();
    }

    private static String line(String name, Group group) {
        return String.format("%-66s %5d | %s | %s%n", name, group.tpot.count(), group.tpot, group.ttft);
    }

    private static String line(Table.Row row, Answer answer) {
        var speed = answer.estimate().speed().orElseThrow();
        return String.format(Locale.ROOT, "%s: TPOT %.2f ms, measured %.2f; TTFT %.0f ms, measured %.0f", row.text("id"),
                speed.tpotSeconds().mid() * 1e3, row.number("tpot_ms"),
                speed.ttftSeconds().mid() * 1e3, row.number("ttft_ms"));
    }
}
