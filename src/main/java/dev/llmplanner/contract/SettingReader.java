package dev.llmplanner.contract;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.evidence.Setting;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.serving.ServingPoint;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.Optional;

/** Reads from an answer what measurements are compared to it by. */
final class SettingReader {
    private final DeploymentFactory factory;

    SettingReader(DeploymentFactory factory) {
        this.factory = factory;
    }

    /** Empty where layers, bandwidth or the layout are not known, or a rate has no estimate to say how many are in flight. */
    Optional<Setting> setting(ResolvedRequest request, Answer answer) {
        Optional<Architecture> architecture = request.model().architecture();
        boolean known = architecture.isPresent()
                && request.hardware().accelerator().accelerator().memoryBandwidthBytesPerSecond().isPresent();
        Optional<ParallelLayout> layout = known ? layout(answer.request()) : Optional.empty();
        Optional<Double> concurrency = concurrency(request, answer);
        if (layout.isEmpty() || concurrency.isEmpty()) {
            return Optional.empty();
        }
        Deployment deployment = factory.deployment(request, architecture.get(), layout.get());
        int workers = request.pools().map(pools -> pools.decode().workers()).orElse(1);
        return Optional.of(Setting.of(Setting.ModelShape.of(request.model().id(), architecture.get()), deployment,
                request.pools().isPresent(), concurrency.get() / workers));
    }

    /** The one that was asked for, or chosen; of a decode worker where there are pools. */
    private static Optional<ParallelLayout> layout(JsonObject echoed) {
        JsonCursor root = JsonCursor.of(echoed);
        return root.find("decode").orElse(root).find("layout").map(layout -> new ParallelLayout(
                layout.integer("tensorParallel"),
                layout.integer("pipelineParallel"),
                layout.integer("expertParallel"),
                layout.integer("attentionDataParallel")));
    }

    /** Of the whole deployment. */
    private static Optional<Double> concurrency(ResolvedRequest request, Answer answer) {
        return request.workload().load() instanceof Workload.Concurrency given
                ? Optional.of(given.requestsCount())
                : answer.estimate().point().map(ServingPoint::concurrency);
    }
}
