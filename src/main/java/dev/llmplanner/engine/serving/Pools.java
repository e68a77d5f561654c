package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.memory.MemoryPerGpu;
import java.util.OptionalDouble;

/**
 * Prefill and decode on GPUs of their own.
 *
 * @param prefillMemory                of the fullest prefill GPU
 * @param prefillUtilizationFraction   share of the time that a prefill worker computes, at most 1; absent without a speed
 * @param transferSeconds              KV cache of one prompt from prefill to decode; absent without a speed
 * @param balancedPrefillWorkersPerDecodeWorker ratio at which both pools are full together; absent without a speed
 */
public record Pools(
        MemoryPerGpu prefillMemory,
        OptionalDouble prefillUtilizationFraction,
        OptionalDouble transferSeconds,
        OptionalDouble balancedPrefillWorkersPerDecodeWorker) {}
