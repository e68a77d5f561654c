package dev.llmplanner.engine.hardware;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One device that a rank runs on. A package of two devices is two accelerators to software.
 *
 * @param id                            catalog id, or the user's name for it
 * @param calibration                   class of calibrated efficiencies
 * @param memory                        capacity, absent where nothing is published
 * @param memoryBandwidthBytesPerSecond peak, as printed or read from the device
 * @param peaks                         dense rates by format
 * @param scaleUp                       the fast link between devices
 * @param hostLink                      PCIe or its kind, which carries collectives where there is no fast link
 * @param confidence                    of the record
 */
public record Accelerator(
        String id,
        CalibrationClass calibration,
        Optional<DeviceMemory> memory,
        OptionalDouble memoryBandwidthBytesPerSecond,
        PeakRates peaks,
        Optional<Link> scaleUp,
        Optional<Link> hostLink,
        Confidence confidence) {}
