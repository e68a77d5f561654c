package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.roofline.OperatorCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns an operating point into figures with bands. */
final class SpeedEstimator {

    private SpeedEstimator() {}

    /**
     * @param gpus  over which output is divided
     * @param limit what limits output, where that isn't the decode step
     */
    static Speed speed(
            Deployment deployment, int gpus, ServingPoint point, Optional<Bottleneck> limit,
            Uncertainty.Quantiles quantiles) {
        double outputs = point.requestsPerSecond() * deployment.workload().outputTokens();
        double inputs = point.requestsPerSecond() * deployment.workload().inputTokens();
        double bandwidth =
                deployment.accelerator().memoryBandwidthBytesPerSecond().orElseThrow();
        List<OperatorCost> operators = new ArrayList<>(point.decode().operators());
        operators.addAll(point.prefill().operators());
        return new Speed(
                quantiles.ttft().around(point.ttftSeconds()),
                point.ttftSpread(),
                quantiles.tpot().around(point.tpotSeconds()),
                quantiles.throughput().around(outputs),
                quantiles.throughput().around(outputs / gpus),
                quantiles.throughput().around(inputs),
                point.requestsPerSecond(),
                point.decode().memoryBytes(),
                point.decode().memoryBytes() * deployment.layout().pipelineParallel()
                        / (point.decodeStepSeconds() * bandwidth),
                point.decodeStepSeconds(),
                limit.orElseGet(() -> bottleneck(point, deployment.layout().pipelineParallel())),
                operators);
    }

    private static Bottleneck bottleneck(ServingPoint point, int stages) {
        double memory = stages * point.decode().memorySeconds();
        double compute = stages * point.decode().computeSeconds();
        double interconnect = stages * point.decode().interconnectSeconds();
        double overhead = point.decodeStepSeconds() - memory - compute - interconnect;
        double largest = Math.max(Math.max(memory, compute), Math.max(interconnect, overhead));
        if (point.stallSeconds() > largest) {
            return Bottleneck.PREFILL;
        }
        return largest == memory ? Bottleneck.MEMORY_BANDWIDTH
                : largest == compute ? Bottleneck.COMPUTE
                : largest == interconnect ? Bottleneck.INTERCONNECT
                : Bottleneck.OVERHEAD;
    }
}
