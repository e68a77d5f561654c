package dev.llmplanner.benchmark;

/** The kinds of file that are read. */
public enum FileKind {
    /** {@code vllm bench serve --save-result}, and its forerunner {@code benchmark_serving.py}. */
    VLLM_BENCH("vllm-bench"),
    /** {@code python -m sglang.bench_serving}: one object a line. */
    SGLANG_BENCH("sglang-bench"),
    /** {@code guidellm benchmark}: {@code benchmarks.json}. */
    GUIDELLM("guidellm"),
    /** {@code profile_export_aiperf.json}, or {@code profile_export_genai_perf.json}. */
    AIPERF("aiperf"),
    /** The aggregated result of an InferenceX run. */
    INFERENCEX("inferencex"),
    VLLM_LOG("vllm-log"),
    SGLANG_LOG("sglang-log"),
    /** The file in which the planner keeps measurements. */
    KEPT("kept");

    private final String code;

    FileKind(String code) {
        this.code = code;
    }

    /** The name in files and messages. */
    public String code() {
        return code;
    }
}
