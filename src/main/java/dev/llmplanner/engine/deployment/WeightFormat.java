package dev.llmplanner.engine.deployment;

/**
 * How an element of a weight is stored, scales included.
 *
 * <p>Block-scaled FP8 adds 4 bytes per 128 × 128 elements; NVFP4 an FP8 scale per 16; MXFP4 an E8M0 scale per 32;
 * INT4 (AWQ, GPTQ) a 16-bit scale and a 4-bit zero point per 128. GGUF formats by their block layout
 * ({@link GgufBlocks}).
 */
public enum WeightFormat {
    BF16("bf16", 2),
    FP16("fp16", 2),
    FP8("fp8", 1),
    FP8_BLOCK("fp8-block", 1 + 4.0 / 16_384),
    NVFP4("nvfp4", 0.5625),
    MXFP4("mxfp4", 0.53125),
    INT8("int8", 1),
    INT4("int4", 0.5 + 2.5 / 128),
    GGUF_Q8_0("gguf-q8_0", GgufBlocks.Q8_0),
    GGUF_Q6_K("gguf-q6_k", GgufBlocks.Q6_K),
    GGUF_Q5_K_M("gguf-q5_k_m", GgufBlocks.medium(GgufBlocks.Q5_K)),
    GGUF_Q4_K_M("gguf-q4_k_m", GgufBlocks.medium(GgufBlocks.Q4_K));

    private final String code;
    private final double bytesPerElement;

    WeightFormat(String code, double bytesPerElement) {
        this.code = code;
        this.bytesPerElement = bytesPerElement;
    }

    /** The name that catalogs and requests use. */
    public String code() {
        return code;
    }

    /** Whether llama.cpp's files store it. */
    public boolean isGguf() {
        return code.startsWith("gguf-");
    }

    /** Bytes per element, scales included. */
    public double bytesPerElement() {
        return bytesPerElement;
    }
}
