package dev.llmplanner.contract;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.Map;
import java.util.Optional;

/** Echoes a request with every default and choice filled in. Sent back, it gives the same answer. */
final class RequestWriter {

    private RequestWriter() {}

    static JsonObject write(JsonObject asked, ResolvedRequest request, Optional<LayoutChooser.Chosen> chosen) {
        return write(asked, request, chosen, Map.of());
    }

    /** The echo of a request whose pools got these layouts. */
    static JsonObject write(
            JsonObject asked, ResolvedRequest request, Map<String, JsonObject> pools) {
        return write(asked, request, Optional.empty(), pools);
    }

    private static JsonObject write(
            JsonObject asked, ResolvedRequest request, Optional<LayoutChooser.Chosen> chosen,
            Map<String, JsonObject> pools) {
        Json named = asked.members().get("model");
        JsonObject.Builder all = new JsonObject.Builder()
                .put("model", named instanceof JsonObject ? named : new JsonString(request.model().id()));
        copy(asked, "accelerator", all);
        copy(asked, "server", all);
        if (request.hardware().server().isPresent()) {
            all.put("nodes", request.hardware().nodes());
        }
        copy(asked, "fabric", all);
        all.put("engine", request.engine().code());
        copy(asked, "engineVersion", all);
        all.put("precision", new JsonObject.Builder()
                .put("weights", request.weightsCode())
                .put("kvCache", request.kvFormat().code())
                .build());
        if (chosen.isPresent()) {
            all.put("gpus", chosen.get().layout().gpus());
            all.put("layout", layout(chosen.get().layout()));
        } else if (request.gpus().isPresent()) {
            all.put("gpus", request.gpus().getAsInt());
        }
        all.put("mode", asked.get("mode").orElse(new JsonString("aggregated")));
        if (pools.isEmpty()) {
            copy(asked, "prefill", all);
            copy(asked, "decode", all);
        }
        pools.forEach((name, pool) -> all.put(name, pool));
        all.put("workload", workload(asked, request));
        request.limits().memoryFraction().ifPresent(share -> all.put("gpuMemoryUtilization", share));
        all.put("maxModelLen", request.limits().maxModelLenTokens());
        all.put("maxBatchedTokens", request.limits().maxBatchedTokens());
        return all.build();
    }

    static JsonObject layout(ParallelLayout layout) {
        return new JsonObject.Builder()
                .put("tensorParallel", layout.tensorParallel())
                .put("pipelineParallel", layout.pipelineParallel())
                .put("expertParallel", layout.expertParallel())
                .put("attentionDataParallel", layout.attentionDataParallel())
                .build();
    }

    private static Json workload(JsonObject asked, ResolvedRequest request) {
        Workload workload = request.workload();
        Optional<JsonObject> given = asked.get("workload").map(JsonObject.class::cast);
        double input = number(given, "inputTokens", workload.inputTokens() / request.lengthFactor());
        JsonObject.Builder all = new JsonObject.Builder()
                .put("inputTokens", input)
                .put("outputTokens", workload.maxSequenceTokens() - input)
                .put("lengthFactor", request.lengthFactor());
        if (workload.load() instanceof Workload.Rate rate) {
            all.put("requestsPerSecond", rate.requestsPerSecond());
        } else if (workload.load() instanceof Workload.Concurrency concurrency) {
            all.put("concurrency", concurrency.requestsCount());
        }
        all.put("arrival", workload.arrival().code());
        all.put("prefixCacheHitFraction", workload.prefixCacheHitFraction());
        given.flatMap(object -> object.get("speculative")).ifPresent(value -> all.put("speculative", value));
        return all.build();
    }

    private static double number(Optional<JsonObject> object, String name, double otherwise) {
        return object.flatMap(present -> present.get(name))
                .map(value -> ((JsonNumber) value).value())
                .orElse(otherwise);
    }

    private static void copy(JsonObject asked, String name, JsonObject.Builder all) {
        asked.get(name).ifPresent(value -> all.put(name, value));
    }
}
