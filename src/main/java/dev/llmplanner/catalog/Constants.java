package dev.llmplanner.catalog;

import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.memory.MemoryRules;
import dev.llmplanner.engine.serving.EngineCalibration;
import dev.llmplanner.engine.serving.PoolCalibration;
import dev.llmplanner.engine.serving.Uncertainty;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The empirical constants, as the engine takes them.
 *
 * @param version              of the constants file
 * @param marketingShareFraction share of a printed capacity that software sees
 * @param memoryRules          of run-time memory
 * @param olderVllmMemoryFraction share that vLLM took by itself before 0.21
 * @param engines              calibration by device class and engine; absent for devices without any
 * @param pools                what separate pools add
 * @param limits               what an engine starts with by itself, on a large device
 * @param smallDeviceLimits    the same on a small one
 * @param uncertainty          bands
 * @param extraLogSd           widening by device class
 * @param draftingLogSd        what speculation adds to the width of a band, in natural log
 * @param measuredAccelerators catalog ids with serving measurements
 * @param measuredClasses      device classes with any measured speed
 * @param measuredEngines      engines with serving measurements
 * @param measuredRepositories model repositories with serving measurements
 */
public record Constants(
        String version,
        double marketingShareFraction,
        MemoryRules memoryRules,
        double olderVllmMemoryFraction,
        EngineCalibrations engines,
        PoolCalibration pools,
        Map<ServingEngine, EngineLimits> limits,
        Map<ServingEngine, EngineLimits> smallDeviceLimits,
        Uncertainty uncertainty,
        Map<CalibrationClass, Double> extraLogSd,
        double draftingLogSd,
        Set<String> measuredAccelerators,
        Set<CalibrationClass> measuredClasses,
        Set<ServingEngine> measuredEngines,
        Set<String> measuredRepositories) {

    /** The calibration of that engine on that class of devices. */
    public Optional<EngineCalibration> engine(CalibrationClass calibration, ServingEngine engine) {
        return engines.of(calibration, engine);
    }
}
