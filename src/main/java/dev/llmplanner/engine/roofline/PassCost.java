package dev.llmplanner.engine.roofline;

import java.util.List;

/**
 * The time of one forward pass on one GPU, without the engine's own step.
 *
 * @param operators           each operator, summed over its calls
 * @param seconds             all operators
 * @param memorySeconds       memory time of operators that wait for memory, without fixed latency
 * @param computeSeconds      compute time of operators that wait for compute, without fixed latency and penalties
 * @param interconnectSeconds transfer time of collectives
 * @param memoryBytes         memory traffic
 */
public record PassCost(
        List<OperatorCost> operators,
        double seconds,
        double memorySeconds,
        double computeSeconds,
        double interconnectSeconds,
        double memoryBytes) {

    public PassCost {
        operators = List.copyOf(operators);
    }
}
