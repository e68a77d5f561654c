package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.roofline.DeviceCalibration;

/**
 * What one engine adds to its kernels on one device class.
 *
 * @param device            kernels and collectives
 * @param stepSeconds       host's work per step
 * @param layerSeconds      host's work per layer and step
 * @param stallFraction     share of a prefill step that a decode step waits for: 1 where prefill runs alone, less where
 *                          it is fused with decode
 * @param ttftFixedSeconds  TTFT beside everything else
 * @param ttftPrefillFactor on a request's own prefill
 * @param ttftStepFactor    on a decode step
 * @param ttftBurstFraction on the queue of a first wave that arrives at once
 */
public record EngineCalibration(
        DeviceCalibration device,
        double stepSeconds,
        double layerSeconds,
        double stallFraction,
        double ttftFixedSeconds,
        double ttftPrefillFactor,
        double ttftStepFactor,
        double ttftBurstFraction) {}
