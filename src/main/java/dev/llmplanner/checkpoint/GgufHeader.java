package dev.llmplanner.checkpoint;

import dev.llmplanner.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * The header of a GGUF file: what stands before the weights.
 *
 * @param metadata keys and values; lists that are too long to matter are left out
 * @param lengths  lengths of all lists
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">GGUF, specification</a>
 */
public record GgufHeader(JsonObject metadata, Map<String, Integer> lengths, List<Tensor> tensors) {

    /**
     * One tensor.
     *
     * @param type     number of the format
     * @param elements how many
     */
    public record Tensor(String name, int type, double elements) {}

    public GgufHeader {
        lengths = Map.copyOf(lengths);
        tensors = List.copyOf(tensors);
    }
}
