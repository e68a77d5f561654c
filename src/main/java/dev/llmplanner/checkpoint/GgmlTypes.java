package dev.llmplanner.checkpoint;

import java.util.Map;

/**
 * Formats of tensors in a GGUF file.
 *
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/src/ggml-common.h">ggml, block layouts</a>
 */
final class GgmlTypes {

    static final int MXFP4 = 39;

    /**
     * One format.
     *
     * @param elements of a block
     * @param bytes    of a block
     */
    private record Block(int elements, int bytes) {}

    private static final Map<Integer, Block> BLOCKS = Map.ofEntries(
            Map.entry(0, new Block(1, 4)), Map.entry(1, new Block(1, 2)), Map.entry(2, new Block(32, 18)),
            Map.entry(3, new Block(32, 20)), Map.entry(6, new Block(32, 22)), Map.entry(7, new Block(32, 24)),
            Map.entry(8, new Block(32, 34)), Map.entry(9, new Block(32, 36)), Map.entry(10, new Block(256, 84)),
            Map.entry(11, new Block(256, 110)), Map.entry(12, new Block(256, 144)), Map.entry(13, new Block(256, 176)),
            Map.entry(14, new Block(256, 210)), Map.entry(15, new Block(256, 292)), Map.entry(16, new Block(256, 66)),
            Map.entry(17, new Block(256, 74)), Map.entry(18, new Block(256, 98)), Map.entry(19, new Block(256, 50)),
            Map.entry(20, new Block(32, 18)), Map.entry(21, new Block(256, 110)), Map.entry(22, new Block(256, 82)),
            Map.entry(23, new Block(256, 136)), Map.entry(24, new Block(1, 1)), Map.entry(25, new Block(1, 2)),
            Map.entry(26, new Block(1, 4)), Map.entry(27, new Block(1, 8)), Map.entry(28, new Block(1, 8)),
            Map.entry(29, new Block(256, 56)), Map.entry(30, new Block(1, 2)), Map.entry(34, new Block(256, 54)),
            Map.entry(35, new Block(256, 66)), Map.entry(MXFP4, new Block(32, 17)));

    /** Formats of which a file consists for the most part, by the name that the catalog has for the whole file. */
    private static final Map<Integer, String> FORMATS = Map.of(
            1, "fp16", 30, "bf16", 8, "gguf-q8_0", 14, "gguf-q6_k", 13, "gguf-q5_k_m", 12, "gguf-q4_k_m");

    private GgmlTypes() {}

    /** Bytes of that tensor. */
    static double bytes(GgufHeader.Tensor tensor) {
        Block block = block(tensor.type());
        return Math.ceil(tensor.elements() / block.elements()) * block.bytes();
    }

    private static Block block(int type) {
        Block block = BLOCKS.get(type);
        if (block == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_VALUE, "tensors.type",
                    BLOCKS.keySet().stream().sorted().map(known -> Integer.toString(known)).toArray(String[]::new));
        }
        return block;
    }

    static boolean isExact(int type) {
        return FORMATS.containsKey(type);
    }

    /** The catalog's name for that format, or for the next wider one. */
    static String format(int type) {
        String exact = FORMATS.get(type);
        if (exact != null) {
            return exact;
        }
        double each = (double) block(type).bytes() / block(type).elements();
        return each <= 0.5625 ? "gguf-q4_k_m" : each <= 0.6875 ? "gguf-q5_k_m" : each <= 0.82 ? "gguf-q6_k"
                : each <= 1.125 ? "gguf-q8_0" : "bf16";
    }
}
