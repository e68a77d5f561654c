package dev.llmplanner.contract;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.serving.DisaggregatedEstimator;
import dev.llmplanner.engine.serving.DisaggregatedPair;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Estimator;
import dev.llmplanner.engine.serving.Knowledge;
import dev.llmplanner.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers requests with prefill and decode on GPUs of their own.
 *
 * <p>A pool without a layout gets its own: prefill the one that serves a single request fastest, decode the one with the
 * most output when it decodes its share of the requests.
 */
final class PoolPlanner {

    private final DeploymentFactory factory;

    PoolPlanner(DeploymentFactory factory) {
        this.factory = factory;
    }

    Answer answer(JsonObject asked, ResolvedRequest request) {
        Architecture architecture = request.model().architecture().orElseThrow();
        ResolvedRequest.PoolRequests pools = request.pools().orElseThrow();
        Knowledge knowledge = factory.knowledge(request, architecture);
        LayoutChooser.Chosen prefill = choose(request, architecture, pools.prefill(), knowledge, 1);
        LayoutChooser.Chosen decode =
                choose(request, architecture, pools.decode(), knowledge, share(request, pools.decode()));
        Estimate estimate = DisaggregatedEstimator.estimate(
                new DisaggregatedPair(
                        factory.deployment(request, architecture, prefill.layout()), pools.prefill().workers(),
                        factory.deployment(request, architecture, decode.layout()), pools.decode().workers()),
                knowledge);
        Map<String, JsonObject> echoed = new LinkedHashMap<>();
        echoed.put("prefill", echo(pools.prefill(), prefill.layout()));
        echoed.put("decode", echo(pools.decode(), decode.layout()));
        return new Answer(
                RequestWriter.write(asked, request, echoed), decode.reason(), decode.legalLayouts(),
                CatalogPlanner.withFacts(request, estimate), List.of());
    }

    private static double share(ResolvedRequest request, PoolRequest decode) {
        return request.workload().load() instanceof Workload.Concurrency concurrency
                ? Math.max(1, concurrency.requestsCount() / decode.workers())
                : 1;
    }

    private LayoutChooser.Chosen choose(
            ResolvedRequest request, Architecture architecture, PoolRequest pool, Knowledge knowledge,
            double concurrency) {
        ResolvedRequest worker = request.of(pool);
        Workload workload = request.workload().with(new Workload.Concurrency(concurrency));
        return LayoutChooser.choose(worker, architecture, pool.name() + ".", layout -> Estimator.estimate(
                factory.deployment(worker, architecture, layout).with(workload), knowledge));
    }

    private static JsonObject echo(PoolRequest pool, ParallelLayout layout) {
        return new JsonObject.Builder()
                .put("workers", pool.workers())
                .put("gpus", layout.gpus())
                .put("layout", RequestWriter.layout(layout))
                .build();
    }
}
