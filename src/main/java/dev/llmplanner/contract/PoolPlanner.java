package dev.llmplanner.contract;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.explain.Explainer;
import dev.llmplanner.engine.explain.Explanation;
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
final class PoolPlanner implements PoolAnswers {

    private final DeploymentFactory factory;

    PoolPlanner(DeploymentFactory factory) {
        this.factory = factory;
    }

    @Override
    public Answer answer(JsonObject asked, ResolvedRequest request) {
        Chosen chosen = choose(request);
        ResolvedRequest.PoolRequests pools = request.pools().orElseThrow();
        Map<String, JsonObject> echoed = new LinkedHashMap<>();
        echoed.put("prefill", echo(pools.prefill(), chosen.pair().prefill().layout()));
        echoed.put("decode", echo(pools.decode(), chosen.pair().decode().layout()));
        Estimate estimate = DisaggregatedEstimator.estimate(chosen.pair(), chosen.knowledge());
        return new Answer(
                RequestWriter.write(asked, request, echoed), chosen.decode().reason(), chosen.decode().legalLayouts(),
                CatalogPlanner.withFacts(request, estimate), List.of());
    }

    @Override
    public List<Explanation> explanations(ResolvedRequest request) {
        Chosen chosen = choose(request);
        return Explainer.explain(
                chosen.pair(), chosen.knowledge(),
                DisaggregatedEstimator.estimate(chosen.pair(), chosen.knowledge()));
    }

    /** Both pools with their layouts. */
    private record Chosen(DisaggregatedPair pair, LayoutChooser.Chosen decode, Knowledge knowledge) {}

    private Chosen choose(ResolvedRequest request) {
        Architecture architecture = request.model().architecture().orElseThrow();
        ResolvedRequest.PoolRequests pools = request.pools().orElseThrow();
        Knowledge knowledge = factory.knowledge(request, architecture);
        LayoutChooser.Chosen prefill = choose(request, architecture, pools.prefill(), knowledge, 1);
        LayoutChooser.Chosen decode =
                choose(request, architecture, pools.decode(), knowledge, share(request, pools.decode()));
        return new Chosen(
                new DisaggregatedPair(
                        factory.deployment(request, architecture, prefill.layout()), pools.prefill().workers(),
                        factory.deployment(request, architecture, decode.layout()), pools.decode().workers()),
                decode, knowledge);
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
