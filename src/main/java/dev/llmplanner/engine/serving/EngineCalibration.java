package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.roofline.DeviceCalibration;

/**
 * What one engine adds to its kernels on one device class.
 *
 * @param device            kernels and collectives
 * @param stepSeconds       host's work per step
 * @param layerSeconds      host's work per layer and step
 * @param eagerSeconds      host's work per layer of a step that holds prompts, which is launched kernel by kernel and hidden
 *                          behind the kernels where those take longer
 * @param sequenceSeconds   host's work per running sequence and step
 * @param fusedFraction     how far prefill and decode share a pass: 1 where one pass does both, 0 where they take turns
 * @param stallFraction     share of what prefill adds to a step that a decode step waits for
 * @param ttftFixedSeconds  TTFT beside everything else
 * @param ttftPrefillFactor on a request's own prefill
 * @param ttftExpertsSeconds host's work per layer of experts in a step that isn't captured as a graph, as prefill isn't
 * @param ttftStepFactor    on a decode step
 * @param polling           how often the scheduler looks for new requests
 * @param ttftBurstFraction on the queue of a first wave that arrives at once
 */
public record EngineCalibration(
        DeviceCalibration device,
        double stepSeconds,
        double layerSeconds,
        double eagerSeconds,
        double sequenceSeconds,
        double fusedFraction,
        double stallFraction,
        double ttftFixedSeconds,
        double ttftPrefillFactor,
        double ttftExpertsSeconds,
        double ttftStepFactor,
        Polling polling,
        double ttftBurstFraction) {}
