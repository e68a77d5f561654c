package dev.llmplanner.engine.model;

import java.util.List;

/**
 * The one list of tensors that parameters, weights and traffic are counted from.
 *
 * <p>Elements follow the published layer definitions; figures agree with counted checkpoints (see the parameter
 * validation in the tests).
 */
public final class Tensors {

    private Tensors() {}

    /** Tensors of one layer with that attention. */
    public static List<Tensor> of(Attention attention, int hiddenSize) {
        return attention.match(new AttentionTensors(hiddenSize));
    }

    /** Tensors of one layer with that feed-forward. */
    public static List<Tensor> of(FeedForward feedForward, int hiddenSize) {
        return feedForward.match(new FeedForwardTensors(hiddenSize));
    }

    /** Elements of one layer with that attention. */
    public static double elements(Attention attention, int hiddenSize) {
        double sum = 0;
        for (Tensor tensor : of(attention, hiddenSize)) {
            sum += tensor.elements();
        }
        return sum;
    }

    /** Elements of one layer with that feed-forward. */
    public static double elements(FeedForward feedForward, int hiddenSize) {
        double sum = 0;
        for (Tensor tensor : of(feedForward, hiddenSize)) {
            sum += tensor.elements();
        }
        return sum;
    }
}
