package dev.llmplanner.view.model;

import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.engine.model.Tensor;
import dev.llmplanner.engine.model.TensorGroup;
import dev.llmplanner.engine.model.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a model's parameters are, counted by the engine: the parts sum to {@link ParameterCount#total()}.
 *
 * @param parts           those of the main model that there are
 * @param totalCount      of the main model
 * @param activeCount     that a token passes
 * @param draftCount      multi-token-prediction layers, beside the total; 0 without any
 */
record ParameterParts(List<Part> parts, double totalCount, double activeCount, double draftCount) {

    /**
     * One part.
     *
     * @param code        in messages and classes
     * @param count       elements
     * @param activeCount elements that a token passes
     */
    record Part(String code, double count, double activeCount) {}

    ParameterParts {
        parts = List.copyOf(parts);
    }

    static ParameterParts of(Architecture architecture) {
        ParameterCount count = ParameterCount.of(architecture);
        Map<TensorGroup, double[]> feedForward = feedForward(architecture);
        List<Part> parts = new ArrayList<>();
        add(parts, "attention", count.attention(), count.attention());
        for (TensorGroup group : List.of(
                TensorGroup.EXPERTS, TensorGroup.SHARED, TensorGroup.DENSE, TensorGroup.ROUTER)) {
            double[] elements = feedForward.getOrDefault(group, new double[2]);
            add(parts, code(group), elements[0], elements[1]);
        }
        add(parts, "embedding", count.embedding(), count.embedding());
        add(parts, "head", count.head(), count.head());
        add(parts, "norms", count.norms(), count.norms());
        add(parts, "extras", count.extras(), count.activeExtras());
        return new ParameterParts(parts, count.total(), count.active(), count.draft());
    }

    private static void add(List<Part> parts, String code, double count, double activeCount) {
        if (count > 0) {
            parts.add(new Part(code, count, activeCount));
        }
    }

    private static String code(TensorGroup group) {
        return switch (group) {
            case EXPERTS -> "experts";
            case SHARED -> "shared";
            case ROUTER -> "router";
            default -> "dense";
        };
    }

    private static Map<TensorGroup, double[]> feedForward(Architecture architecture) {
        Map<TensorGroup, double[]> sums = new LinkedHashMap<>();
        for (FeedForwardGroup group : architecture.feedForward()) {
            for (Tensor tensor : Tensors.of(group.feedForward(), architecture.hiddenSize())) {
                double[] sum = sums.computeIfAbsent(tensor.group(), key -> new double[2]);
                sum[0] += group.layers() * tensor.elements();
                sum[1] += group.layers() * tensor.activeElements();
            }
        }
        return sums;
    }
}
