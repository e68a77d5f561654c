package dev.llmplanner.benchmark;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One measured run. What the file doesn't say is absent. */
public record Run(Origin origin, Served served, Demand demand, Outcome outcome) {

    /**
     * Where it is from.
     *
     * @param kind        of the file
     * @param toolVersion of the tool that measured
     * @param date        ISO, as far as the file says
     */
    public record Origin(FileKind kind, Optional<String> toolVersion, Optional<String> date) {}

    /**
     * What was measured.
     *
     * @param model          as printed, without markup
     * @param engine         code of a serving engine
     * @param accelerator    as printed
     * @param precision      as printed
     * @param gpus           of the replica
     * @param expertParallel as said
     * @param separatePools  whether prefill and decode had GPUs of their own
     */
    public record Served(
            Optional<String> model,
            Optional<String> engine,
            Optional<String> engineVersion,
            Optional<String> accelerator,
            Optional<String> precision,
            OptionalInt gpus,
            OptionalInt tensorParallel,
            OptionalInt expertParallel,
            boolean separatePools) {}

    /**
     * What was asked of it.
     *
     * @param concurrencyCount  requests in flight: the limit, else their measured mean
     * @param requestsPerSecond that were sent; absent where they were sent as fast as answers came
     * @param inputTokens       mean over completed requests
     * @param outputTokens      mean over completed requests
     * @param nominalLengths    whether the lengths are those that were asked for, not those that were counted
     * @param tokensPerStep     gained by speculation, mean
     */
    public record Demand(
            OptionalDouble concurrencyCount,
            OptionalDouble requestsPerSecond,
            OptionalDouble inputTokens,
            OptionalDouble outputTokens,
            boolean nominalLengths,
            OptionalDouble tokensPerStep) {}

    /**
     * What came out.
     *
     * @param ttft     request sent to first token
     * @param tpot     (end − first token) / (tokens − 1) of each request
     * @param itl      single gaps between tokens; never taken for TPOT
     * @param outputTokensPerSecond of the replica
     */
    public record Outcome(
            Latency ttft,
            Latency tpot,
            Latency itl,
            OptionalDouble outputTokensPerSecond,
            OptionalDouble durationSeconds,
            OptionalInt completed,
            OptionalInt failed) {

        /** Whether anything can be set against an estimate. */
        boolean isEmpty() {
            return ttft.meanSeconds().isEmpty() && tpot.meanSeconds().isEmpty() && outputTokensPerSecond.isEmpty();
        }
    }

    /** A latency over requests. */
    public record Latency(OptionalDouble meanSeconds, OptionalDouble medianSeconds, OptionalDouble p99Seconds) {

        /** Not measured. */
        static final Latency NONE =
                new Latency(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
}
