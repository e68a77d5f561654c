package dev.llmplanner.engine.roofline;

/** Kernels whose efficiency is calibrated, and how compute and memory time compose in them. */
public enum Kernel {
    GEMM_BF16("gemm.bf16", true),
    GEMM_FP8("gemm.fp8", true),
    GEMM_FP8_BLOCK("gemm.fp8-block", true),
    GEMM_FP4("gemm.fp4", true),
    /** Eight-bit integers, weights and activations. */
    GEMM_INT8("gemm.int8", true),
    /** Weights narrower than the units: read narrow, computed in 16 bits. */
    GEMM_WEIGHT_ONLY("gemm.weight-only", true),
    MOE_BF16("moe.bf16", true),
    MOE_FP8_BLOCK("moe.fp8-block", true),
    MOE_FP4("moe.fp4", true),
    MOE_MXFP4("moe.mxfp4", true),
    MOE_INT8("moe.int8", true),
    MOE_WEIGHT_ONLY("moe.weight-only", true),
    ATTENTION_DECODE("attention-decode", false),
    LATENT_DECODE("latent-decode", true),
    /** The same over an FP8 cache, which computes in FP8. */
    LATENT_DECODE_FP8("latent-decode-fp8", true),
    ATTENTION_PREFILL("attention-prefill", false),
    BATCHED_MATMUL("batched-matmul", false),
    DELTA_DECODE("delta-decode", false),
    DELTA_PREFILL("delta-prefill", false),
    ELEMENTWISE("elementwise", false),
    HEAD("head", false);

    private final String code;
    private final boolean overlaps;

    Kernel(String code, boolean overlaps) {
        this.code = code;
        this.overlaps = overlaps;
    }

    /** The name under which the constants file lists it. */
    public String code() {
        return code;
    }

    /** Whether compute and memory time overlap (smooth maximum) or add up. */
    public boolean overlaps() {
        return overlaps;
    }

    /** Seconds of a call beside its latency. */
    double seconds(double computeSeconds, double memorySeconds, double smoothMaximumPower) {
        return overlaps ? SmoothMaximum.of(computeSeconds, memorySeconds, smoothMaximumPower) : computeSeconds + memorySeconds;
    }
}
