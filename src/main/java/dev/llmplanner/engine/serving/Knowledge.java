package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.memory.MemoryRules;
import java.util.Optional;

/**
 * What calibration knows about a deployment.
 *
 * @param memoryRules of run-time memory
 * @param calibration absent where the device class has none
 * @param pools       of prefill and decode on GPUs of their own
 * @param uncertainty bands by situation
 * @param situation   what was never measured about this deployment
 */
public record Knowledge(
        MemoryRules memoryRules,
        Optional<EngineCalibration> calibration,
        PoolCalibration pools,
        Uncertainty uncertainty,
        Uncertainty.Situation situation) {}
