package dev.llmplanner.benchmark;

import dev.llmplanner.benchmark.Run.Demand;
import dev.llmplanner.benchmark.Run.Latency;
import dev.llmplanner.benchmark.Run.Origin;
import dev.llmplanner.benchmark.Run.Outcome;
import dev.llmplanner.benchmark.Run.Served;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The summary of AIPerf (schema 1.0–1.5) or GenAI-Perf: a block {@code {unit, avg, p50 …}} for each figure.
 *
 * <p>Its {@code inter_token_latency} is (request latency − TTFT) / (tokens − 1) of each request, which is TPOT here; single
 * gaps are its {@code inter_chunk_latency}, as a chunk may hold several tokens.
 *
 * @see <a href="https://docs.nvidia.com/aiperf/reference/json-export-schema">profile_export_aiperf.json schema</a>
 */
final class AiperfExport {

    private static final List<String> TELLING = List.of(
            "time_to_first_token", "inter_token_latency", "request_latency", "output_token_throughput");

    private AiperfExport() {}

    static boolean is(Fields root) {
        return TELLING.stream().anyMatch(name -> root.within(name).text("unit").isPresent());
    }

    static Run read(Fields root) {
        OptionalInt completed = wholeAverage(root, "request_count");
        if (completed.isPresent() && completed.getAsInt() == 0) {
            throw new WrongValue(RefusalCode.NOTHING_MEASURED, root.place("request_count"));
        }
        Outcome outcome = new Outcome(
                latency(root, "time_to_first_token"),
                latency(root, "inter_token_latency"),
                latency(root, "inter_chunk_latency"),
                root.within("output_token_throughput").measured("avg"),
                duration(root),
                completed,
                wholeAverage(root, "error_request_count"));
        return new Run(
                new Origin(FileKind.AIPERF, root.text("aiperf_version"), Dates.of(root.text("start_time"))),
                served(root),
                demand(root),
                outcome);
    }

    private static Demand demand(Fields root) {
        Fields config = root.within("input_config");
        Fields load = config.fields("loadgen").orElseGet(() -> config.within("phases", "profiling"));
        Fields stimulus = config.within("perf_analyzer", "stimulus");
        return new Demand(
                first(first(load.setting("concurrency"), stimulus.setting("concurrency")), config.setting("concurrency")),
                first(first(load.setting("request_rate"), stimulus.setting("request_rate")), config.setting("request_rate")),
                root.within("input_sequence_length").measured("avg"),
                root.within("output_sequence_length").measured("avg"),
                false,
                OptionalDouble.empty());
    }

    private static Served served(Fields root) {
        Fields config = root.within("input_config");
        List<Fields> items = config.within("models").items("items");
        Optional<String> model = items.isEmpty()
                ? TextLists.first(config.within("endpoint").object(), "model_names")
                        .or(() -> TextLists.first(config.object(), "model_names"))
                        .or(() -> TextLists.first(config.object(), "model"))
                : items.get(0).text("name");
        List<Fields> gpus = root.within("telemetry_data", "endpoints").objects().stream()
                .flatMap(endpoint -> endpoint.within("gpus").objects().stream()).toList();
        return new Served(
                model,
                Optional.empty(),
                Optional.empty(),
                gpus.isEmpty() ? Optional.empty() : gpus.get(0).text("gpu_name"),
                Optional.empty(),
                gpus.isEmpty() ? OptionalInt.empty() : OptionalInt.of(gpus.size()),
                OptionalInt.empty(),
                OptionalInt.empty(),
                false);
    }

    private static OptionalDouble duration(Fields root) {
        Fields block = root.within("benchmark_duration");
        return block.has("avg") ? block.measured("avg", unitsPerSecond(block)) : OptionalDouble.empty();
    }

    private static Latency latency(Fields root, String name) {
        Fields block = root.within(name);
        if (!block.has("avg")) {
            return Latency.NONE;
        }
        double unit = unitsPerSecond(block);
        return new Latency(block.measured("avg", unit), block.measured("p50", unit), block.measured("p99", unit));
    }

    /** The block's units in a second: the schema says that the unit, not the name, decides. */
    private static double unitsPerSecond(Fields block) {
        return switch (block.text("unit").orElse("")) {
            case "s", "sec", "seconds" -> 1;
            case "ms", "milliseconds" -> 1e3;
            case "us", "microseconds" -> 1e6;
            case "ns", "nanoseconds" -> 1e9;
            default -> throw block.wrong("unit");
        };
    }

    private static OptionalInt wholeAverage(Fields root, String name) {
        return root.within(name).count("avg");
    }

    private static OptionalDouble first(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() ? one : other;
    }
}
