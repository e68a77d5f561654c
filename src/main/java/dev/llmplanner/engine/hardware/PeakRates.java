package dev.llmplanner.engine.hardware;

import java.util.OptionalDouble;

/**
 * Dense matrix rates of one device; absent where the unit is missing or the figure isn't published.
 *
 * @param halfFlopPerSecond BF16, or FP16 where BF16 isn't published
 * @param fp8FlopPerSecond  FP8
 * @param fp4FlopPerSecond  FP4
 * @param int8FlopPerSecond INT8, operations per second
 */
public record PeakRates(
        OptionalDouble halfFlopPerSecond,
        OptionalDouble fp8FlopPerSecond,
        OptionalDouble fp4FlopPerSecond,
        OptionalDouble int8FlopPerSecond) {}
