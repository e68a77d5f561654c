package dev.llmplanner.contract;

import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import java.util.Optional;

/** Whether the catalog lists the engine for the device. */
final class EngineSupport {

    private EngineSupport() {}

    /** A warning where the device's record lists engines and this one isn't among them. */
    static Optional<Finding> finding(ResolvedRequest request) {
        boolean listed = request.hardware().accelerator().engines().stream()
                .anyMatch(name -> name.toLowerCase().contains(name(request.engine())));
        boolean anyListed = !request.hardware().accelerator().engines().isEmpty();
        return listed || !anyListed
                ? Optional.empty()
                : Optional.of(Finding.of(Severity.WARNING, "engine-not-listed")
                        .with("engine", request.engine().code())
                        .with("accelerator", request.hardware().accelerator().id()));
    }

    private static String name(ServingEngine engine) {
        return switch (engine) {
            case VLLM -> "vllm";
            case SGLANG -> "sglang";
            case TENSORRT_LLM -> "tensorrt";
            case MINDIE -> "mindie";
        };
    }
}
