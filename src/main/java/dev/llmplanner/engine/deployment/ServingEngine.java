package dev.llmplanner.engine.deployment;

/** The software that serves. */
public enum ServingEngine {
    VLLM("vllm"),
    SGLANG("sglang"),
    TENSORRT_LLM("tensorrt-llm"),
    MINDIE("mindie");

    private final String code;

    ServingEngine(String code) {
        this.code = code;
    }

    /** The name that requests use. */
    public String code() {
        return code;
    }
}
