package dev.llmplanner.planning;

import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.search.Placement;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes where a replica stands, and the request of an estimate about it. */
final class Replica {

    private Replica() {}

    /** The request without hardware. */
    static JsonObject.Builder asked(
            SearchRequest request, Json model, ServingEngine engine, String weights, String kvCache) {
        JsonObject.Builder precision = new JsonObject.Builder().put("weights", weights);
        if (!kvCache.equals("auto")) {
            precision.put("kvCache", kvCache);
        }
        JsonObject.Builder asked = new JsonObject.Builder()
                .put("model", model)
                .put("engine", engine.code())
                .put("precision", precision.build())
                .put("workload", request.workload());
        request.contextTokens().ifPresent(tokens -> asked.put("maxModelLen", tokens));
        return asked;
    }

    /** A model on a kind of server, as results name it. */
    static JsonObject.Builder place(String model, Site site) {
        JsonObject.Builder written = new JsonObject.Builder().put("model", model);
        site.server().ifPresent(server -> written.put("server", server.id()));
        return written.put("accelerator", site.accelerator().id());
    }

    /** The request about a replica of that deployment on that site, under that load. */
    static JsonObject request(SearchRequest request, Group group, Site site, Best best, double load) {
        boolean inFlight = request.demand().kind() == Demand.Kind.CONCURRENCY;
        JsonObject.Builder asked = hardware(request, group, site, best.gpus());
        if (best.pools().isPresent()) {
            Pools pools = best.pools().get();
            asked.put("mode", best.mode())
                    .put("prefill", pool(pools.prefill(), pools.prefillWorkers()))
                    .put("decode", pool(pools.decode(), pools.decodeWorkers()));
        } else {
            asked.put("gpus", best.layout().gpus()).put("layout", layout(best.layout()));
        }
        return loaded(request, asked, inFlight ? "concurrency" : "requestsPerSecond", load);
    }

    /** The request about a replica of that layout with that many requests in flight. */
    static JsonObject inFlight(SearchRequest request, Group group, Site site, ParallelLayout layout, double concurrency) {
        JsonObject.Builder asked = hardware(request, group, site, layout.gpus())
                .put("gpus", layout.gpus()).put("layout", layout(layout));
        return loaded(request, asked, "concurrency", concurrency);
    }

    private static JsonObject.Builder hardware(SearchRequest request, Group group, Site site, int gpus) {
        JsonObject.Builder asked = asked(
                request, request.models().get(group.model()), group.engine(), group.weights(), group.kvCache());
        if (site.server().isPresent()) {
            asked.put("server", site.server().map(ServerEntry::id).get());
            asked.put("nodes", new Placement(site.gpus(), gpus).serversPerReplica());
        } else {
            asked.put("accelerator", site.accelerator().id());
        }
        site.fabric().map(FabricEntry::id).ifPresent(id -> asked.put("fabric", id));
        return asked;
    }

    private static JsonObject pool(ParallelLayout layout, int workers) {
        return new JsonObject.Builder()
                .put("workers", workers).put("gpus", layout.gpus()).put("layout", layout(layout)).build();
    }

    private static JsonObject layout(ParallelLayout layout) {
        return new JsonObject.Builder()
                .put("tensorParallel", layout.tensorParallel())
                .put("pipelineParallel", layout.pipelineParallel())
                .put("expertParallel", layout.expertParallel())
                .put("attentionDataParallel", layout.attentionDataParallel())
                .build();
    }

    private static JsonObject loaded(SearchRequest request, JsonObject.Builder asked, String kind, double load) {
        Map<String, Json> workload = new LinkedHashMap<>(request.workload().members());
        workload.put(kind, new JsonNumber(load));
        return asked.put("workload", new JsonObject(workload)).build();
    }
}
