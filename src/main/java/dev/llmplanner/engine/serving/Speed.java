package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.roofline.OperatorCost;
import java.util.List;

/**
 * How fast a deployment serves its workload.
 *
 * @param ttftSeconds                 mean over requests
 * @param ttftSpread                  over requests of the mean lengths
 * @param tpotSeconds                 mean over requests
 * @param outputTokensPerSecond       of the replica
 * @param outputTokensPerSecondPerGpu of the replica, divided by its GPUs
 * @param inputTokensPerSecond        of the replica
 * @param requestsPerSecond           of the replica
 * @param bytesPerStep                bytes that one GPU moves in a decode step
 * @param bandwidthUtilizationFraction bytes per step / (step time × peak bandwidth)
 * @param decodeStepSeconds           one decode step of the running batch
 * @param bottleneck                  what limits output
 * @param operators                   totals of one decode step and one prefill step on one GPU
 */
public record Speed(
        Band ttftSeconds,
        Percentiles ttftSpread,
        Band tpotSeconds,
        Band outputTokensPerSecond,
        Band outputTokensPerSecondPerGpu,
        Band inputTokensPerSecond,
        double requestsPerSecond,
        double bytesPerStep,
        double bandwidthUtilizationFraction,
        double decodeStepSeconds,
        Bottleneck bottleneck,
        List<OperatorCost> operators) {

    public Speed {
        operators = List.copyOf(operators);
    }
}
