package dev.llmplanner.engine.model;

import java.util.ArrayList;
import java.util.List;

/** The tensors of one feed-forward layer. */
final class FeedForwardTensors implements FeedForward.Cases<List<Tensor>> {

    private final double hiddenSize;

    FeedForwardTensors(int hiddenSize) {
        this.hiddenSize = hiddenSize;
    }

    @Override
    public List<Tensor> dense(DenseFeedForward f) {
        return List.of(Tensor.of(TensorGroup.DENSE, Sharding.FEED_FORWARD,
                unit(hiddenSize, f.intermediateSize(), f.matrices(), f.bias())));
    }

    /** Elements of one gated or plain unit; biases of the down-projection have the model's width. */
    private double unit(double width, double intermediateSize, int matrices, boolean bias) {
        return matrices * width * intermediateSize + (bias ? (matrices - 1) * intermediateSize + hiddenSize : 0);
    }

    @Override
    public List<Tensor> mixture(MixtureOfExperts f) {
        double routed = f.experts() + f.zeroExperts();
        double expert = unit(f.expertHiddenSize((int) hiddenSize), f.intermediateSize(), f.matrices(), f.expertBias());
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(Tensor.of(TensorGroup.ROUTER, Sharding.REPLICATED,
                hiddenSize * routed + (f.routerBias() ? routed : 0) + (f.sharedGate() ? hiddenSize : 0)));
        tensors.add(new Tensor(TensorGroup.EXPERTS, Sharding.EXPERTS,
                f.experts() * expert, f.computedExpertsPerToken() * expert));
        if (f.sharedIntermediateSize() > 0) {
            tensors.add(Tensor.of(TensorGroup.SHARED, Sharding.SHARED_EXPERTS,
                    f.matrices() * hiddenSize * f.sharedIntermediateSize()));
        }
        if (f.denseResidualSize() > 0) {
            tensors.add(Tensor.of(TensorGroup.DENSE, Sharding.FEED_FORWARD,
                    f.matrices() * hiddenSize * f.denseResidualSize()));
        }
        if (f.latentSize() > 0) {
            tensors.add(Tensor.of(TensorGroup.DENSE, Sharding.REPLICATED, 2 * hiddenSize * f.latentSize()));
        }
        return tensors;
    }

    @Override
    public List<Tensor> none(NoFeedForward f) {
        return List.of();
    }
}
