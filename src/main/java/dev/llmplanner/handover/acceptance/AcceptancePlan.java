package dev.llmplanner.handover.acceptance;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.handover.Order;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one replica has to show. A benchmark that keeps a number of requests in flight is a closed loop, whatever the plan's
 * users do: the limits are those of the same request in a closed loop. A rate is offered as it is planned.
 *
 * @param request that the limits are the estimate of
 * @param limits  in the order in which they are checked
 */
public record AcceptancePlan(Order order, JsonObject request, List<Limit> limits) {

    private static final double MS_PER_SECOND = 1000;

    /** A closed loop starts with all requests at once; its estimate counts on ten waves. */
    private static final int WAVES = 10;

    private static final int FEWEST_PROMPTS = 100;

    /** How long a rate is offered. */
    private static final double SECONDS = 600;

    /**
     * A limit of one figure.
     *
     * @param metric   member of the result file
     * @param message  key of its name
     * @param expected with the band in which 80 % of measurements should fall, in the metric's unit
     * @param atMost   whether the band's upper end is the limit; else its lower end is
     */
    public record Limit(String metric, String message, Band expected, boolean atMost) {

        /** What isn't passed any more. */
        public double bound() {
            return atMost ? expected.high() : expected.low();
        }
    }

    public AcceptancePlan {
        limits = List.copyOf(limits);
    }

    /** The test of that order; empty where the plan has no speed to hold it to. */
    public static Optional<AcceptancePlan> of(CatalogPlanner planner, Order order) {
        JsonObject request = request(order);
        Answer answer = planner.evaluate(request);
        return answer.estimate().speed().map(speed -> new AcceptancePlan(order, answer.request(), limits(speed)));
    }

    private static JsonObject request(Order order) {
        JsonObject planned = order.answer().request();
        if (order.workload().load() instanceof Workload.Rate) {
            return planned;
        }
        Map<String, Json> workload = new LinkedHashMap<>(((JsonObject) planned.members().get("workload")).members());
        workload.put("arrival", new JsonString("closed-loop"));
        Map<String, Json> members = new LinkedHashMap<>(planned.members());
        members.put("workload", new JsonObject(workload));
        return new JsonObject(members);
    }

    private static List<Limit> limits(Speed speed) {
        return List.of(
                new Limit("mean_ttft_ms", "handover-limit.ttft", times(speed.ttftSeconds()), true),
                new Limit("mean_tpot_ms", "handover-limit.tpot", times(speed.tpotSeconds()), true),
                new Limit("output_throughput", "handover-limit.output", speed.outputTokensPerSecond(), false));
    }

    private static Band times(Band seconds) {
        return new Band(seconds.low() * MS_PER_SECOND, seconds.mid() * MS_PER_SECOND, seconds.high() * MS_PER_SECOND);
    }

    /** Of a prompt, whole. */
    double inputTokens() {
        return Math.max(1, Math.floor(order.workload().inputTokens() + 0.5));
    }

    /** Of an answer, whole. */
    double outputTokens() {
        return Math.max(1, order.workload().outputTokens());
    }

    /** Of a prompt, that the plan takes from the cache; 0 where that is none or all of it. */
    double prefixTokens() {
        double prefix = Math.floor(inputTokens() * order.workload().prefixCacheHitFraction() + 0.5);
        return prefix >= 1 && prefix < inputTokens() ? prefix : 0;
    }

    /** Prompts that are sent. */
    int prompts() {
        Workload.Load load = order.workload().load();
        double wanted = load instanceof Workload.Concurrency concurrency
                ? concurrency.requestsCount() * WAVES
                : ((Workload.Rate) load).requestsPerSecond() * SECONDS;
        return (int) Math.ceil(Math.max(FEWEST_PROMPTS, wanted));
    }
}
