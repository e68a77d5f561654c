package dev.llmplanner.benchmark;

import dev.llmplanner.engine.deployment.ServingEngine;
import java.util.Optional;

/** The engine that a tool's name for its endpoint speaks of. */
final class EngineNames {

    private EngineNames() {}

    /** The code; absent for protocols such as {@code openai}, which any engine speaks. */
    static Optional<String> code(Optional<String> name) {
        return name.map(String::toLowerCase).flatMap(lower -> {
            if (lower.contains("sglang")) {
                return Optional.of(ServingEngine.SGLANG.code());
            }
            if (lower.contains("vllm")) {
                return Optional.of(ServingEngine.VLLM.code());
            }
            boolean tensorRt = lower.contains("trt") || lower.contains("tensorrt");
            return tensorRt ? Optional.of(ServingEngine.TENSORRT_LLM.code()) : Optional.empty();
        });
    }
}
