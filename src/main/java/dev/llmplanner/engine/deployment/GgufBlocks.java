package dev.llmplanner.engine.deployment;

/**
 * Bytes per element of GGUF's blocks, from the structures of ggml: Q8_0 keeps 32 elements in 34 bytes; Q6_K, Q5_K and
 * Q4_K keep 256 in 210, 176 and 144.
 *
 * <p>The "medium" mixes store half of the down-projections and value projections in Q6_K. A gated unit has one
 * down-projection in three matrices, so that a sixth of the elements is Q6_K: 4.84 bits per element for Q4_K_M and 5.68
 * for Q5_K_M, as llama.cpp prints for 70B models (4.85 and 5.69).
 */
final class GgufBlocks {

    static final double Q8_0 = 34.0 / 32;
    static final double Q6_K = 210.0 / 256;
    static final double Q5_K = 176.0 / 256;
    static final double Q4_K = 144.0 / 256;

    private static final double SHARE_IN_Q6_K = 1.0 / 6;

    private GgufBlocks() {}

    static double medium(double base) {
        return (1 - SHARE_IN_Q6_K) * base + SHARE_IN_Q6_K * Q6_K;
    }
}
