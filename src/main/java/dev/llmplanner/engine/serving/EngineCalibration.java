package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.roofline.DeviceCalibration;

/**
 * What one engine adds to its kernels on one device class.
 *
 * @param device            kernels and collectives
 * @param stepSeconds       host's work per step
 * @param layerSeconds      host's work per layer and step
 * @param sequenceSeconds   host's work per running sequence and step
 * @param fusedFraction     how far prefill and decode share a pass: 1 where one pass does both, 0 where they take turns
 * @param stallFraction     share of what prefill adds to a step that a decode step waits for
 * @param ttftFixedSeconds  TTFT beside everything else
 * @param ttftPrefillFactor on a request's own prefill
 * @param ttftStepFactor    on a decode step
 * @param ttftBurstFraction on the queue of a first wave that arrives at once
 */
public record EngineCalibration(
        DeviceCalibration device,
        double stepSeconds,
        double layerSeconds,
        double sequenceSeconds,
        double fusedFraction,
        double stallFraction,
        double ttftFixedSeconds,
        double ttftPrefillFactor,
        double ttftStepFactor,
        double ttftBurstFraction) {}
