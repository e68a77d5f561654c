package dev.llmplanner.contract;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.Constants;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.serving.DisaggregatedPair;
import dev.llmplanner.json.JsonObject;
import java.util.Optional;

/**
 * Turns requests into what the engine judges, for callers that judge it many times with other constants. A request names its
 * layouts; nothing is chosen here.
 */
public final class Deployments {

    private final RequestResolver resolver;
    private final DeploymentFactory factory;

    public Deployments(Catalog catalog, Constants constants) {
        this.resolver = new RequestResolver(catalog, constants, Optional.empty(), Optional.empty());
        this.factory = new DeploymentFactory(catalog, constants);
    }

    /**
     * The replica of an aggregated request.
     *
     * @throws RequestException where the request asks for what can't be
     */
    public Deployment replica(JsonObject asked) {
        ResolvedRequest request = resolver.resolve(asked);
        return factory.deployment(request, architecture(request), layout(request, "layout"));
    }

    /**
     * Both pools of a disaggregated request.
     *
     * @throws RequestException where the request asks for what can't be
     */
    public DisaggregatedPair pools(JsonObject asked) {
        ResolvedRequest request = resolver.resolve(asked);
        Architecture architecture = architecture(request);
        ResolvedRequest.PoolRequests pools = request.pools().orElseThrow();
        return new DisaggregatedPair(
                factory.deployment(request, architecture, layout(request.of(pools.prefill()), "prefill.layout")),
                pools.prefill().workers(),
                factory.deployment(request, architecture, layout(request.of(pools.decode()), "decode.layout")),
                pools.decode().workers());
    }

    private static Architecture architecture(ResolvedRequest request) {
        return request.model().architecture().orElseThrow(() -> new IllegalArgumentException(
                "the architecture of " + request.model().id() + " isn't known"));
    }

    private static ParallelLayout layout(ResolvedRequest request, String path) {
        return request.layout().orElseThrow(() -> new IllegalArgumentException("no " + path));
    }
}
