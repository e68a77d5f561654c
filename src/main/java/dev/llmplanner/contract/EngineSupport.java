package dev.llmplanner.contract;

import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import java.util.List;
import java.util.Optional;

/** Whether the catalog lists the engine for the device. */
final class EngineSupport {

    private EngineSupport() {}

    /** A warning where the device's record lists engines and this one isn't among them. */
    static Optional<Finding> finding(ResolvedRequest request) {
        List<String> engines = request.hardware().accelerator().engines();
        boolean listed = engines.isEmpty();
        for (String engine : engines) {
            listed |= engine.toLowerCase().contains(name(request.engine()));
        }
        return listed
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
