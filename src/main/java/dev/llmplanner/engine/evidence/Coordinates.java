package dev.llmplanner.engine.evidence;

import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.math.Exponential;

/**
 * A setting in the terms that distances are measured in: what is compared by identity, and base-2 logarithms of the rest.
 * Taken once of a measurement, since thousands of distances are measured from each.
 */
record Coordinates(
        String model,
        double activeParametersLog2,
        double totalParametersLog2,
        String device,
        CalibrationClass calibration,
        double bandwidthLog2,
        ServingEngine engine,
        double weightBytesLog2,
        double kvBytesLog2,
        double gpusLog2,
        boolean expertParallel,
        boolean attentionDataParallel,
        boolean separatePools,
        double concurrencyPerGpuLog2,
        double inputTokensLog2,
        double outputTokensLog2) {

    private static final double LN_2 = 0.6931471805599453;

    static Coordinates of(Setting setting) {
        return new Coordinates(
                setting.model().id(),
                log2(setting.model().activeParameters()),
                log2(setting.model().totalParameters()),
                setting.device().id(),
                setting.device().calibration(),
                log2(setting.device().memoryBandwidthBytesPerSecond()),
                setting.engine(),
                log2(setting.weightBytes()),
                log2(setting.kvBytes()),
                log2(setting.layout().gpus()),
                setting.layout().expertParallel() > 1,
                setting.layout().attentionDataParallel() > 1,
                setting.separatePools(),
                log2(setting.concurrencyPerGpu()),
                log2(setting.inputTokens()),
                log2(setting.outputTokens()));
    }

    /** The same without load and lengths. */
    Coordinates ofCase() {
        return new Coordinates(model, activeParametersLog2, totalParametersLog2, device, calibration, bandwidthLog2, engine,
                weightBytesLog2, kvBytesLog2, gpusLog2, expertParallel, attentionDataParallel, separatePools, 0, 0, 0);
    }

    private static double log2(double value) {
        return Exponential.log(value) / LN_2;
    }
}
