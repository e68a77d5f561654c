package dev.llmplanner.engine.model;

/**
 * Tensors of one group and one sharding, summed over a layer.
 *
 * @param elements       parameters, over all ranks
 * @param activeElements parameters that one token passes
 */
public record Tensor(TensorGroup group, Sharding sharding, double elements, double activeElements) {

    /** A tensor that every token passes. */
    public static Tensor of(TensorGroup group, Sharding sharding, double elements) {
        return new Tensor(group, sharding, elements, elements);
    }
}
