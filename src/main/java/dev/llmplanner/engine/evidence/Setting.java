package dev.llmplanner.engine.evidence;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.engine.model.TensorGroup;

/**
 * What two deployments are compared by: the same for one that was measured and for one that is planned.
 *
 * @param model        what is served
 * @param device       what it runs on
 * @param engine       what serves it
 * @param weightBytes  bytes of an element of the routed experts; of the dense layers where there are none
 * @param kvBytes      bytes of an element of the KV cache
 * @param layout       of the replica; of the decode pool where prefill has GPUs of its own
 * @param separatePools whether prefill has GPUs of its own
 * @param inputTokens  true mean, tokens
 * @param outputTokens true mean, tokens
 * @param concurrencyPerGpu requests in flight per GPU of the replica
 */
public record Setting(
        ModelShape model,
        Device device,
        ServingEngine engine,
        double weightBytes,
        double kvBytes,
        ParallelLayout layout,
        boolean separatePools,
        double inputTokens,
        double outputTokens,
        double concurrencyPerGpu) {

    /**
     * A model as evidence sees it.
     *
     * @param id               of the catalog
     * @param totalParameters  elements
     * @param activeParameters elements that a token passes
     */
    public record ModelShape(String id, double totalParameters, double activeParameters) {

        /** Whether it is the same, or has as many parameters to the last one: another name of the same layers. */
        public boolean isLike(ModelShape other) {
            return id.equals(other.id)
                    || totalParameters == other.totalParameters && activeParameters == other.activeParameters;
        }

        /** The shape of that architecture. */
        public static ModelShape of(String id, Architecture architecture) {
            ParameterCount count = ParameterCount.of(architecture);
            return new ModelShape(id, count.total(), count.active());
        }
    }

    /**
     * A device as evidence sees it.
     *
     * @param calibration its class
     * @param memoryBandwidthBytesPerSecond peak
     */
    public record Device(String id, CalibrationClass calibration, double memoryBandwidthBytesPerSecond) {

        /** That accelerator; its bandwidth has to be known. */
        public static Device of(Accelerator accelerator) {
            return new Device(accelerator.id(), accelerator.calibration(),
                    accelerator.memoryBandwidthBytesPerSecond().orElseThrow());
        }
    }

    /**
     * The setting of a replica.
     *
     * @param concurrency requests in flight on it
     */
    public static Setting of(ModelShape model, Deployment deployment, boolean separatePools, double concurrency) {
        Workload workload = deployment.workload();
        return new Setting(
                model,
                Device.of(deployment.accelerator()),
                deployment.engine(),
                weightBytes(model, deployment.weights()),
                deployment.kvFormat().bytesPerElement(),
                deployment.layout(),
                separatePools,
                workload.inputTokens(),
                workload.outputTokens(),
                concurrency / deployment.layout().gpus());
    }

    private static double weightBytes(ModelShape model, WeightRecipe weights) {
        boolean routed = model.activeParameters() < model.totalParameters();
        return weights.of(routed ? TensorGroup.EXPERTS : TensorGroup.DENSE).bytesPerElement();
    }
}
