package dev.llmplanner.contract;

import static dev.llmplanner.contract.RequestReader.code;
import static dev.llmplanner.contract.RequestReader.integer;
import static dev.llmplanner.contract.RequestReader.number;
import static dev.llmplanner.contract.RequestReader.onlyMembers;
import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads the workload of a request. */
final class WorkloadResolver {

    private static final double DEFAULT_TOKENS = 1024;
    private static final double MOST_TOKENS = 100_000_000;
    private static final String TOKENS_RANGE = "a number of tokens from 1 to 100000000";

    /** A workload as asked for. */
    record Resolved(Workload workload, double lengthFactor) {

        /** The engine's limits, with the longest sequence where neither model nor request says one. */
        EngineLimits longestSequence(EngineLimits limits) {
            return limits.maxModelLenTokens() < Double.POSITIVE_INFINITY
                    ? limits
                    : new EngineLimits(limits.memoryFraction(), workload.maxSequenceTokens(),
                            limits.maxBatchedTokens(), limits.maxRunningSequences());
        }
    }

    Resolved resolve(JsonCursor root, EngineLimits limits, ModelEntry model) {
        JsonCursor workload = shaped(() -> root.find("workload"))
                .orElse(JsonCursor.of(new JsonObject.Builder().build()));
        onlyMembers(workload, Choices.WORKLOAD);
        double input = number(workload, "inputTokens", 1, MOST_TOKENS, TOKENS_RANGE).orElse(DEFAULT_TOKENS);
        double output = number(workload, "outputTokens", 1, MOST_TOKENS, TOKENS_RANGE).orElse(DEFAULT_TOKENS);
        double factor = number(workload, "lengthFactor", 0.01, 1, "a factor from 0.01 to 1").orElse(1);
        if (input + output > limits.maxModelLenTokens()) {
            double longest = limits.maxModelLenTokens();
            throw new RequestException("context-too-long", "workload.inputTokens",
                    List.of("inputTokens + outputTokens up to " + (int) longest),
                    "inputTokens + outputTokens is " + (int) (input + output) + "; " + model.id() + " is served up to "
                            + (int) longest + " tokens");
        }
        double hits = number(workload, "prefixCacheHitFraction", 0, 0.99, "a fraction from 0 to 0.99").orElse(0);
        Optional<JsonCursor> speculative = shaped(() -> workload.find("speculative"));
        return new Resolved(
                new Workload(
                        Math.max(1, input * factor),
                        Math.max(1, output * factor),
                        input + output,
                        hits,
                        load(workload),
                        Choices.arrival(code(workload, "arrival", Choices.ARRIVALS).orElse("poisson")),
                        speculative.map(WorkloadResolver::speculation)),
                factor);
    }

    private static Workload.Load load(JsonCursor workload) {
        OptionalDouble concurrency =
                number(workload, "concurrency", 1, 1_000_000, "a number of requests from 1 to 1000000");
        OptionalDouble rate =
                number(workload, "requestsPerSecond", 1e-6, 1_000_000, "requests per second from 0.000001 to 1000000");
        if (concurrency.isPresent() && rate.isPresent()) {
            throw new RequestException("one-of-two", "workload.requestsPerSecond",
                    List.of("concurrency", "requestsPerSecond"),
                    "both concurrency and requestsPerSecond are given; write one of them");
        }
        return rate.isPresent()
                ? new Workload.Rate(rate.getAsDouble())
                : new Workload.Concurrency(concurrency.orElse(1));
    }

    private static Workload.Speculation speculation(JsonCursor speculative) {
        onlyMembers(speculative, List.of("depth", "acceptance"));
        OptionalInt depth = integer(speculative, "depth", 1, 16, "a whole number from 1 to 16");
        OptionalDouble acceptance = number(speculative, "acceptance", 0, 1, "a fraction from 0 to 1");
        if (depth.isEmpty() || acceptance.isEmpty()) {
            String missing = depth.isEmpty() ? "depth" : "acceptance";
            throw new RequestException("wrong-type", speculative.path() + "." + missing,
                    List.of("depth", "acceptance"),
                    speculative.path() + "." + missing + " is missing; write both depth and acceptance");
        }
        return new Workload.Speculation(depth.getAsInt(), acceptance.getAsDouble());
    }
}
