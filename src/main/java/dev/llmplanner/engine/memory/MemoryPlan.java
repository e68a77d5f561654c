package dev.llmplanner.engine.memory;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.EngineVersion;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.hardware.DeviceMemory;
import java.util.Optional;

/**
 * The memory of one deployment on its fullest GPU, by the rule of its engine.
 *
 * <ul>
 *   <li>vLLM: pool = u·M − weights − activations − buffers − graphs; before 0.21 graphs lie outside the fraction.
 *   <li>SGLang: pool = u·(M − I) − weights; activations and run time live in the rest.
 *   <li>TensorRT-LLM: pool = u·(M − I − weights − activations − run time).
 *   <li>MindIE: pool = u·M − weights − activations − run time.
 * </ul>
 *
 * <p>M is what the driver reports, I what is gone before the engine measures, u the engine's fraction.
 */
public final class MemoryPlan {

    private static final double BLOCK_TOKENS = KvPages.BLOCK_TOKENS;
    private static final int BISECTION_STEPS = 64;
    private static final double NEAR_TOKENS = 1e-6;

    private final Deployment deployment;
    private final MemoryPerGpu idle;
    private final KvFootprint footprint;

    private MemoryPlan(Deployment deployment, MemoryPerGpu idle, KvFootprint footprint) {
        this.deployment = deployment;
        this.idle = idle;
        this.footprint = footprint;
    }

    /** The plan of that deployment on a device with that memory. */
    public static MemoryPlan of(Deployment deployment, DeviceMemory memory, MemoryRules rules) {
        return of(deployment, Share.of(deployment), memory, rules);
    }

    /**
     * What the fullest GPU of a layout holds, whatever the device.
     *
     * @param weightsBytes parameters with their scales, and what loading adds
     * @param footprint    of one sequence
     */
    public record Share(double weightsBytes, KvFootprint footprint) {

        /** The share of that deployment's layout. */
        public static Share of(Deployment deployment) {
            boolean speculative = deployment.workload().speculation().isPresent();
            double weights =
                    WeightMemory.bytesPerGpu(deployment.architecture(), deployment.weights(), deployment.layout())
                            + LoadedWeights.of(deployment).bytes();
            if (speculative) {
                weights += WeightMemory.draftBytesPerGpu(
                        deployment.architecture(), deployment.weights(), deployment.layout());
            }
            return new Share(weights, speculative
                    ? KvFootprint.withDraft(deployment.architecture(), deployment.kvFormat(), deployment.layout())
                    : KvFootprint.of(deployment.architecture(), deployment.kvFormat(), deployment.layout()));
        }
    }

    /** The same plan, where the share is known already. */
    public static MemoryPlan of(Deployment deployment, Share share, DeviceMemory memory, MemoryRules rules) {
        return of(deployment, share, WorkingMemory.of(deployment, rules), memory);
    }

    /** The same plan, where the working memory is known too. */
    public static MemoryPlan of(Deployment deployment, Share share, WorkingMemory working, DeviceMemory memory) {
        double capacity = memory.capacityBytes();
        double weights = share.weightsBytes();
        double left = leftBytes(deployment, capacity, working);
        double runtime = Math.min(left, working.runtimeBytes());
        double activations = Math.min(left - runtime, working.activationBytes());
        double reserved = reservedBytes(deployment, capacity, weights, working, activations + runtime);
        return new MemoryPlan(
                deployment,
                new MemoryPerGpu(capacity, reserved, weights, 0, 0, activations, runtime),
                share.footprint());
    }

    /** What activations and run time have to do with: only SGLang hands out the rest before it knows what they take. */
    public static double leftBytes(Deployment deployment, double capacityBytes, WorkingMemory working) {
        return deployment.engine() == ServingEngine.SGLANG
                ? (1 - fraction(deployment, capacityBytes)) * (capacityBytes - working.initialBytes())
                : Double.POSITIVE_INFINITY;
    }

    /** What the engine leaves alone by its own rule, and never less than what was taken before it starts. */
    private static double reservedBytes(
            Deployment deployment, double capacity, double weights, WorkingMemory working, double needed) {
        double fraction = fraction(deployment, capacity);
        double initial = working.initialBytes();
        return switch (deployment.engine()) {
            case VLLM -> Math.max(initial, (1 - fraction) * capacity
                    - (graphsLieOutside(deployment.engineVersion()) ? working.graphBytes() : 0));
            case MINDIE -> Math.max(initial, (1 - fraction) * capacity);
            case SGLANG -> capacity - fraction * (capacity - initial) - needed;
            case TENSORRT_LLM -> initial + Math.max(0, (1 - fraction) * (capacity - initial - weights - needed));
        };
    }

    /** The share that the engine takes: what was asked for, else its own rule. */
    public static double fraction(Deployment deployment, double capacityBytes) {
        return deployment.limits().memoryFraction().orElseGet(() -> SglangReserve.fraction(deployment, capacityBytes));
    }

    private static boolean graphsLieOutside(Optional<EngineVersion> version) {
        return version.isPresent() && !version.get().isAtLeast(0, 21);
    }

    /** How the pool is cut, where layers cache differently. */
    public Optional<KvPages> pages() {
        return KvPages.of(deployment);
    }

    /** What a sequence holds. */
    public KvFootprint footprint() {
        return footprint;
    }

    /** Bytes left for KV cache and state on the fullest GPU; negative where weights don't fit. */
    public double poolBytes() {
        return idle.poolBytes();
    }

    /** Bytes that one request of full length needs beyond the pool; negative where it fits. */
    public double shortfallBytes() {
        return footprint.sequenceBytes(deployment.workload().maxSequenceTokens()) - poolBytes();
    }

    /** Sequences that decode together when {@code concurrency} are in flight: bounded by the pool and by the engine. */
    public double runningBatch(double concurrency) {
        return Math.min(concurrency, maxRunningBatch());
    }

    /** The most sequences that decode together at mean occupancy. */
    public double maxRunningBatch() {
        int ranks = deployment.layout().attentionDataParallel();
        double held = poolBytes() / footprint.sequenceBytes(meanContextTokens());
        return ranks * Math.min(Math.max(held, 0), deployment.limits().maxRunningSequences());
    }

    /** Tokens that a running sequence holds in the pool on average. */
    public double meanContextTokens() {
        Workload workload = deployment.workload();
        double answer = workload.outputTokens();
        return workload.inputTokens()
                + (MemoryRules.reservesWholeAnswer(deployment.engine()) ? answer : answer / 2);
    }

    /** The memory while {@code runningBatch} sequences decode together. */
    public MemoryPerGpu at(double runningBatch) {
        double perRank = runningBatch / deployment.layout().attentionDataParallel();
        return new MemoryPerGpu(
                idle.capacityBytes(),
                idle.reservedBytes(),
                idle.weightsBytes(),
                perRank * footprint.kvCacheBytes(meanContextTokens()),
                perRank * footprint.stateBytes(),
                idle.activationsBytes(),
                idle.runtimeBytes());
    }

    /** What the pool holds. */
    public KvCacheFigures figures(double concurrency) {
        Workload workload = deployment.workload();
        double fullLength = workload.inputTokens() + workload.outputTokens();
        return new KvCacheFigures(
                footprint.bytesPerToken(),
                footprint.bytesPerSequence(workload.maxSequenceTokens()),
                tokenCapacity(),
                concurrencyAt(fullLength),
                maxContextTokens(concurrency),
                runningBatch(concurrency));
    }

    private double concurrencyAt(double contextTokens) {
        return deployment.layout().attentionDataParallel()
                * Math.max(0, poolBytes()) / footprint.sequenceBytes(contextTokens);
    }

    /** Tokens as vLLM logs them: whole blocks, or max concurrency times the longest sequence where layers differ. */
    private double tokenCapacity() {
        int ranks = deployment.layout().attentionDataParallel();
        double pool = Math.max(0, poolBytes());
        Optional<KvPages> pages = pages();
        if (pages.isPresent()) {
            return ranks * pages.get().tokens(
                    pool, deployment.engineVersion(), deployment.limits().maxModelLenTokens());
        }
        if (footprint.windows().isEmpty() && footprint.stateBytes() == 0) {
            return ranks * Math.floor(pool / (footprint.bytesPerToken() * BLOCK_TOKENS)) * BLOCK_TOKENS;
        }
        return ranks * Math.floor(pool / longestSequenceBytes() * deployment.limits().maxModelLenTokens());
    }

    /**
     * Bytes that vLLM sets aside for one sequence of the longest length: a sliding layer keeps
     * {@code min(window − 1 + batched tokens, longest)} tokens and a block.
     */
    public double longestSequenceBytes() {
        double longest = deployment.limits().maxModelLenTokens();
        double bytes = footprint.bytesPerToken() * longest + footprint.stateBytes();
        for (KvFootprint.Window window : footprint.windows()) {
            double kept = Math.min(window.tokens() - 1 + deployment.limits().maxBatchedTokens(), longest);
            bytes += window.bytesPerToken() * (kept + BLOCK_TOKENS);
        }
        return bytes;
    }

    private double maxContextTokens(double concurrency) {
        double perRank = Math.ceil(concurrency / deployment.layout().attentionDataParallel());
        double allowed = Math.max(0, poolBytes()) / Math.max(1, perRank);
        double high = deployment.limits().maxModelLenTokens();
        if (footprint.sequenceBytes(high) <= allowed) {
            return high;
        }
        double low = 0;
        for (int step = 0; step < BISECTION_STEPS && high - low > NEAR_TOKENS; step++) {
            double middle = (low + high) / 2;
            if (footprint.sequenceBytes(middle) <= allowed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.floor(low);
    }
}
