package dev.llmplanner.engine.memory;

/**
 * Where the memory of the fullest GPU goes. Capacity is the sum of reserved, weights, KV cache, state, activations, run
 * time and free; free is negative where it doesn't fit.
 *
 * @param capacityBytes    what the driver reports
 * @param reservedBytes    kept away from the engine by its own fraction
 * @param weightsBytes     parameters with their scales
 * @param kvCacheBytes     KV cache that the running batch holds
 * @param stateBytes       recurrent state that the running batch holds
 * @param activationsBytes peak of a forward pass
 * @param runtimeBytes     collectives' buffers, captured graphs, the framework itself
 */
public record MemoryPerGpu(
        double capacityBytes,
        double reservedBytes,
        double weightsBytes,
        double kvCacheBytes,
        double stateBytes,
        double activationsBytes,
        double runtimeBytes) {

    /** Capacity less what is reserved. */
    public double usableBytes() {
        return capacityBytes - reservedBytes;
    }

    /** What the running batch leaves. */
    public double freeBytes() {
        return usableBytes() - weightsBytes - kvCacheBytes - stateBytes - activationsBytes - runtimeBytes;
    }

    /** Whether something is missing: more than a byte, since a pool that is full to the last request is so up to rounding. */
    public boolean isShort() {
        return freeBytes() < -1;
    }

    /** What is left for KV cache and state. */
    public double poolBytes() {
        return usableBytes() - weightsBytes - activationsBytes - runtimeBytes;
    }
}
