package dev.llmplanner.planning;

import static dev.llmplanner.contract.RequestReader.integer;
import static dev.llmplanner.contract.RequestReader.number;
import static dev.llmplanner.contract.RequestReader.onlyMembers;
import static dev.llmplanner.contract.RequestReader.shaped;
import static dev.llmplanner.planning.Members.FRACTION;
import static dev.llmplanner.planning.Members.MOST_TOKENS;
import static dev.llmplanner.planning.Members.TOKENS;
import static dev.llmplanner.planning.Members.figure;
import static dev.llmplanner.planning.Members.required;

import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.demand.Direct;
import dev.llmplanner.engine.demand.Growth;
import dev.llmplanner.engine.demand.Sessions;
import dev.llmplanner.engine.demand.Users;
import dev.llmplanner.engine.search.Slo;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads how much is asked, and of which lengths. */
final class DemandReader {

    static final List<String> WORKLOAD =
            List.of("inputTokens", "outputTokens", "lengthFactor", "prefixCacheHitFraction", "speculative");

    private static final double TINY = 1e-12;

    private DemandReader() {}

    /** Nominal lengths, and the workload of an estimate's request. */
    record Lengths(double input, double output, double factor, double cached, JsonObject workload) {}

    static Lengths lengths(JsonCursor root, JsonCursor demand) {
        Optional<JsonCursor> member = shaped(() -> root.find("workload"));
        member.ifPresent(workload -> onlyMembers(workload, WORKLOAD));
        double output = figure(member, "outputTokens", 1, MOST_TOKENS, TOKENS).orElse(1024);
        double factor = figure(member, "lengthFactor", 0.01, 1, "a factor from 0.01 to 1").orElse(1);
        Optional<Sessions> sessions = sessions(demand);
        double input = figure(member, "inputTokens", 1, MOST_TOKENS, TOKENS)
                .orElseGet(() -> sessions.map(agents -> Math.ceil(agents.inputTokens(output))).orElse(1024.0));
        double cached = figure(member, "prefixCacheHitFraction", 0, 0.99, "a fraction from 0 to 0.99")
                .orElseGet(() -> sessions.map(agents -> Math.min(0.99, agents.cachedFraction(output))).orElse(0.0));
        JsonObject.Builder workload = new JsonObject.Builder()
                .put("inputTokens", input)
                .put("outputTokens", output)
                .put("lengthFactor", factor)
                .put("prefixCacheHitFraction", cached);
        member.flatMap(asked -> shaped(() -> asked.find("speculative")))
                .ifPresent(speculative -> workload.put("speculative", speculative.value()));
        return new Lengths(input, output, factor, cached, workload.build());
    }

    static Growth growth(JsonCursor demand) {
        return shaped(() -> demand.find("growth")).map(member -> {
            onlyMembers(member, List.of("fractionPerYear", "planMonth"));
            return new Growth(
                    number(member, "fractionPerYear", -0.99, 100, "a fraction from -0.99 to 100").orElse(0),
                    integer(member, "planMonth", 0, 120, "a whole number of months from 0 to 120").orElse(0));
        }).orElse(Growth.NONE);
    }

    private static Optional<Sessions> sessions(JsonCursor demand) {
        if (shaped(() -> demand.find("sessionsPerHour")).isEmpty()) {
            return Optional.empty();
        }
        onlyMembers(demand, List.of("sessionsPerHour", "turnsPerSession", "firstInputTokens", "addedInputTokens",
                "reusedFraction", "peakFactor", "growth"));
        return Optional.of(new Sessions(
                required(demand, "sessionsPerHour", TINY, 1e9, "a number above 0"),
                required(demand, "turnsPerSession", 1, 10_000, "a number from 1 to 10000"),
                required(demand, "firstInputTokens", 1, MOST_TOKENS, TOKENS),
                required(demand, "addedInputTokens", 0, MOST_TOKENS, "a number of tokens from 0"),
                number(demand, "reusedFraction", 0, 0.99, "a fraction from 0 to 0.99").orElse(0.9),
                number(demand, "peakFactor", 1, 100, "a factor from 1 to 100").orElse(1)));
    }

    static Demand demand(JsonCursor demand, Growth growth, Slo slo, Lengths lengths) {
        Optional<Sessions> sessions = sessions(demand);
        if (sessions.isPresent()) {
            return sessions.get().demand(lengths.output(), growth);
        }
        if (shaped(() -> demand.find("users")).isPresent()) {
            return users(demand).demand(answerSeconds(demand, slo, lengths), growth);
        }
        onlyMembers(demand, List.of("concurrency", "requestsPerSecond", "growth"));
        OptionalDouble concurrency = number(demand, "concurrency", 1, 1e7, "a number of requests from 1 to 10000000");
        OptionalDouble rate =
                number(demand, "requestsPerSecond", 1e-6, 1e7, "requests per second from 0.000001 to 10000000");
        if (concurrency.isPresent() == rate.isPresent()) {
            throw new RequestException("one-of-two", "demand.requestsPerSecond",
                    List.of("concurrency", "requestsPerSecond", "users", "sessionsPerHour"),
                    "demand needs one of concurrency, requestsPerSecond, users and sessionsPerHour");
        }
        return new Direct(
                concurrency.isPresent() ? Demand.Kind.CONCURRENCY : Demand.Kind.REQUESTS_PER_SECOND,
                concurrency.isPresent() ? concurrency.getAsDouble() : rate.getAsDouble()).demand(growth);
    }

    private static Users users(JsonCursor demand) {
        onlyMembers(demand, List.of(
                "users", "activeFraction", "requestsPerUserHour", "thinkSeconds", "peakFactor", "growth"));
        OptionalDouble each = number(demand, "requestsPerUserHour", TINY, 100_000, "a number up to 100000");
        OptionalDouble think = number(demand, "thinkSeconds", 0, 86_400, "seconds from 0 to 86400");
        if (each.isPresent() == think.isPresent()) {
            throw new RequestException("one-of-two", "demand.requestsPerUserHour",
                    List.of("requestsPerUserHour", "thinkSeconds"),
                    "demand of users needs one of requestsPerUserHour and thinkSeconds");
        }
        return new Users(
                required(demand, "users", 1, 1e9, "a number of people from 1"),
                number(demand, "activeFraction", TINY, 1, FRACTION).orElse(1),
                each, think,
                number(demand, "peakFactor", 1, 100, "a factor from 1 to 100").orElse(1));
    }

    /** As long as the limits allow; thinking apart, users can't ask more often where answers are this slow. */
    private static double answerSeconds(JsonCursor demand, Slo slo, Lengths lengths) {
        boolean thinks = demand.find("thinkSeconds").isPresent();
        if (thinks && !(slo.hasTtft() && slo.hasTpot())) {
            throw new RequestException("wrong-type", "slo", List.of("ttftSeconds", "tpotSeconds"),
                    "thinkSeconds needs slo.ttftSeconds and slo.tpotSeconds, which say how long an answer lasts");
        }
        return thinks ? slo.ttftSeconds() + lengths.output() * lengths.factor() * slo.tpotSeconds() : 0;
    }
}
