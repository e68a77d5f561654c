package dev.llmplanner.screening;

import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.Optional;

/**
 * What all answers of a screening have in common.
 *
 * @param engine       that serves
 * @param inputTokens  mean prompt, ≥ 1
 * @param outputTokens mean answer, ≥ 1
 * @param users        requests in flight on a replica, ≥ 1
 * @param arrival      how they arrive
 * @param weights      precision of the weights as requests name it; native is the checkpoint's own
 * @param kvCache      format of the KV cache; absent: the engine's default
 * @param fabric       catalog id of what joins scale-up domains; absent: nothing does
 */
public record Terms(
        ServingEngine engine,
        int inputTokens,
        int outputTokens,
        int users,
        Arrival arrival,
        String weights,
        Optional<String> kvCache,
        Optional<String> fabric) {

    /** Chat at native precision: 1,024 tokens in, 1,024 out, 64 users, vLLM, 400 Gbit/s per GPU between servers. */
    public static final Terms REFERENCE = new Terms(
            ServingEngine.VLLM, 1024, 1024, 64, Arrival.POISSON, "native", Optional.empty(), Optional.of("roce-400"));

    /** The same terms at that precision of the weights. */
    public Terms withWeights(String others) {
        return new Terms(engine, inputTokens, outputTokens, users, arrival, others, kvCache, fabric);
    }

    /** These terms as {@link #of} reads them. */
    JsonObject json() {
        JsonObject.Builder json = new JsonObject.Builder().put("engine", engine.code()).put("inputTokens", inputTokens)
                .put("outputTokens", outputTokens).put("users", users).put("arrival", arrival.code()).put("weights", weights);
        kvCache.ifPresent(format -> json.put("kvCache", format));
        fabric.ifPresent(id -> json.put("fabric", id));
        return json.build();
    }

    /** The terms that {@link #json} wrote. */
    static Terms of(JsonCursor json) {
        ServingEngine engine = ServingEngine.VLLM;
        for (ServingEngine each : ServingEngine.values()) {
            engine = each.code().equals(json.string("engine")) ? each : engine;
        }
        Arrival arrival = Arrival.POISSON;
        for (Arrival each : Arrival.values()) {
            arrival = each.code().equals(json.string("arrival")) ? each : arrival;
        }
        return new Terms(engine, json.integer("inputTokens"), json.integer("outputTokens"), json.integer("users"), arrival,
                json.string("weights"), json.findString("kvCache"), json.findString("fabric"));
    }

    /** A request under these terms, which names no hardware yet. */
    JsonObject.Builder request(String model) {
        JsonObject.Builder precision = new JsonObject.Builder().put("weights", weights);
        kvCache.ifPresent(format -> precision.put("kvCache", format));
        JsonObject.Builder request = new JsonObject.Builder()
                .put("model", model)
                .put("engine", engine.code())
                .put("precision", precision.build())
                .put("workload", new JsonObject.Builder()
                        .put("inputTokens", inputTokens)
                        .put("outputTokens", outputTokens)
                        .put("concurrency", users)
                        .put("arrival", arrival.code())
                        .build());
        fabric.ifPresent(id -> request.put("fabric", id));
        return request;
    }
}
