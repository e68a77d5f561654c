package dev.llmplanner.benchmark;

import dev.llmplanner.benchmark.Run.Demand;
import dev.llmplanner.benchmark.Run.Latency;
import dev.llmplanner.benchmark.Run.Origin;
import dev.llmplanner.benchmark.Run.Outcome;
import dev.llmplanner.benchmark.Run.Served;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The objects of {@code vllm bench serve} and {@code sglang.bench_serving}, which share an ancestor: latencies in ms, lengths
 * as totals over completed requests.
 *
 * @see <a href="https://github.com/vllm-project/vllm/blob/main/vllm/benchmarks/serve.py">vllm/benchmarks/serve.py</a>
 * @see <a href="https://github.com/sgl-project/sglang/blob/main/python/sglang/bench_serving.py">bench_serving.py</a>
 */
final class ServingResult {

    private static final double MS_PER_SECOND = 1e3;

    private ServingResult() {}

    /** The kind of that object, if it is one of the two. */
    static Optional<FileKind> kind(Fields object) {
        if (!object.has("completed") || !object.has("duration") || !object.has("total_input_tokens")) {
            return Optional.empty();
        }
        boolean sglang = object.has("total_output_tokens_retokenized") || object.has("server_info")
                || object.has("accept_length") || object.has("random_range_ratio");
        return Optional.of(sglang ? FileKind.SGLANG_BENCH : FileKind.VLLM_BENCH);
    }

    static Run read(FileKind kind, Fields object) {
        OptionalInt completed = object.count("completed");
        if (completed.orElse(0) == 0) {
            throw new WrongValue(RefusalCode.NOTHING_MEASURED, object.place("completed"));
        }
        Fields server = object.within("server_info");
        Demand demand = new Demand(
                concurrency(object),
                object.setting("request_rate"),
                mean(object, "total_input_tokens", completed.getAsInt()),
                mean(object, "total_output_tokens", completed.getAsInt()),
                false,
                object.setting(kind == FileKind.SGLANG_BENCH ? "accept_length" : "spec_decode_acceptance_length"));
        Outcome outcome = new Outcome(
                latency(object, "ttft"),
                latency(object, "tpot"),
                latency(object, "itl"),
                object.measured("output_throughput"),
                object.measured("duration"),
                completed,
                object.count("failed"));
        return new Run(
                new Origin(kind, Optional.empty(), Dates.of(object.text("date"))),
                served(object, server),
                demand,
                outcome);
    }

    private static Served served(Fields object, Fields server) {
        Optional<String> engine = EngineNames.code(object.text("backend").or(() -> object.text("endpoint_type")));
        return new Served(
                object.text("model_id").or(() -> server.text("model_path")),
                engine,
                server.text("version"),
                Optional.empty(),
                server.text("quantization"),
                OptionalInt.empty(),
                server.wholeSetting("tp_size"),
                server.wholeSetting("ep_size"),
                server.text("disaggregation_mode").filter(mode -> !mode.equals("null")).isPresent());
    }

    /** The limit; SGLang's measured mean where there is none. */
    private static OptionalDouble concurrency(Fields object) {
        OptionalDouble limit = object.setting("max_concurrency");
        return limit.isPresent() ? limit : object.setting("concurrency");
    }

    private static OptionalDouble mean(Fields object, String total, int completed) {
        return object.measured(total, completed);
    }

    private static Latency latency(Fields object, String name) {
        return new Latency(
                object.measured("mean_" + name + "_ms", MS_PER_SECOND),
                object.measured("median_" + name + "_ms", MS_PER_SECOND),
                object.measured("p99_" + name + "_ms", MS_PER_SECOND));
    }
}
