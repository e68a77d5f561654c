package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.roofline.OperatorCost;
import java.util.ArrayList;
import java.util.List;

/** Turns an operating point into figures with bands. */
final class SpeedEstimator {

    private SpeedEstimator() {}

    static Speed speed(Deployment deployment, ServingPoint point, Uncertainty.Quantiles quantiles) {
        double outputs = point.requestsPerSecond() * deployment.workload().outputTokens();
        double inputs = point.requestsPerSecond() * deployment.workload().inputTokens();
        double bandwidth =
                deployment.accelerator().memoryBandwidthBytesPerSecond().orElseThrow();
        List<OperatorCost> operators = new ArrayList<>(point.decode().operators());
        operators.addAll(point.prefill().operators());
        return new Speed(
                quantiles.ttft().around(point.ttftSeconds()),
                quantiles.tpot().around(point.tpotSeconds()),
                quantiles.throughput().around(outputs),
                quantiles.throughput().around(outputs / deployment.layout().gpus()),
                quantiles.throughput().around(inputs),
                point.requestsPerSecond(),
                point.decode().memoryBytes(),
                point.decode().memoryBytes() / (point.decodeStepSeconds() * bandwidth),
                point.decodeStepSeconds(),
                bottleneck(point),
                operators);
    }

    private static Bottleneck bottleneck(ServingPoint point) {
        if (point.concurrency() > point.runningBatch()) {
            return Bottleneck.KV_CAPACITY;
        }
        double memory = point.decode().memorySeconds();
        double compute = point.decode().computeSeconds();
        double interconnect = point.decode().interconnectSeconds();
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
