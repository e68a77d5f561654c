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
 * GuideLLM's report: one benchmark a load, each figure a distribution by how requests ended. Before 0.4 the settings stand in
 * {@code args} and {@code worker}, since in {@code config}.
 *
 * <p>Its {@code inter_token_latency_ms} is (last token − first token) / (tokens − 1) of each request, which is TPOT here; its
 * {@code time_per_output_token_ms} divides by all tokens and isn't read. It has no single gaps.
 *
 * @see <a href="https://github.com/vllm-project/guidellm">vllm-project/guidellm, benchmark/schemas</a>
 */
final class GuidellmReport {

    private static final double MS_PER_SECOND = 1e3;

    private GuidellmReport() {}

    static boolean is(Fields root) {
        return root.items("benchmarks").stream().anyMatch(benchmark -> benchmark.fields("metrics").isPresent());
    }

    static Run read(Fields root, Fields benchmark) {
        Fields metrics = benchmark.within("metrics");
        Fields totals = metrics.fields("request_totals").orElseGet(() -> benchmark.within("request_totals"));
        OptionalInt completed = totals.count("successful");
        if (completed.isPresent() && completed.getAsInt() == 0) {
            throw new WrongValue(RefusalCode.NOTHING_MEASURED, totals.place("successful"));
        }
        Outcome outcome = new Outcome(
                latency(metrics, "time_to_first_token_ms"),
                latency(metrics, "inter_token_latency_ms"),
                Latency.NONE,
                mean(metrics, "output_tokens_per_second"),
                duration(benchmark),
                completed,
                totals.count("errored"));
        return new Run(
                new Origin(FileKind.GUIDELLM, root.within("metadata").text("guidellm_version"),
                        Dates.ofEpoch(benchmark.setting("start_time"))),
                new Served(model(root, benchmark), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false),
                demand(benchmark, metrics),
                outcome);
    }

    private static Demand demand(Fields benchmark, Fields metrics) {
        Fields strategy = benchmark.within("config").fields("strategy")
                .orElseGet(() -> benchmark.within("args", "strategy"));
        OptionalDouble streams = strategy.setting("streams");
        return new Demand(
                streams.isPresent() ? streams : mean(metrics, "request_concurrency"),
                strategy.setting("rate"),
                mean(metrics, "prompt_token_count"),
                mean(metrics, "output_token_count"),
                false,
                OptionalDouble.empty());
    }

    private static Optional<String> model(Fields root, Fields benchmark) {
        return benchmark.within("worker").text("backend_model")
                .or(() -> benchmark.within("config", "backend").text("model"))
                .or(() -> root.within("args").text("model"))
                .or(() -> root.within("args", "backend_kwargs").text("model"));
    }

    private static OptionalDouble duration(Fields benchmark) {
        OptionalDouble said = benchmark.setting("duration");
        OptionalDouble start = benchmark.setting("start_time");
        OptionalDouble end = benchmark.setting("end_time");
        if (said.isPresent() || start.isEmpty() || end.isEmpty() || end.getAsDouble() <= start.getAsDouble()) {
            return said;
        }
        return OptionalDouble.of(end.getAsDouble() - start.getAsDouble());
    }

    private static OptionalDouble mean(Fields metrics, String name) {
        return metrics.within(name, "successful").measured("mean");
    }

    private static Latency latency(Fields metrics, String name) {
        Fields successful = metrics.within(name, "successful");
        return new Latency(
                successful.measured("mean", MS_PER_SECOND),
                successful.measured("median", MS_PER_SECOND),
                successful.within("percentiles").measured("p99", MS_PER_SECOND));
    }
}
