package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.memory.KvCacheFigures;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import java.util.List;
import java.util.Optional;

/**
 * The answer for one deployment. What can't be computed is absent, and a finding says which fact is missing.
 *
 * @param memory     absent where the architecture or the capacity is unknown
 * @param kvCache    absent with the memory, or where nothing is left for a pool
 * @param speed      absent where it doesn't fit, or a fact or an operator is unknown
 * @param point      the parts that speed is made of, for showing the work
 * @param pools      what only separate pools have; {@code memory} and {@code kvCache} are then those of decode
 * @param confidence the weakest of what the answer rests on
 */
public record Estimate(
        Verdict verdict,
        List<Finding> findings,
        Optional<MemoryPerGpu> memory,
        Optional<KvCacheFigures> kvCache,
        Optional<Speed> speed,
        Optional<ServingPoint> point,
        Optional<Pools> pools,
        Confidence confidence) {

    /** An answer without speed. */
    public Estimate(
            Verdict verdict,
            List<Finding> findings,
            Optional<MemoryPerGpu> memory,
            Optional<KvCacheFigures> kvCache,
            Optional<Speed> speed,
            Confidence confidence) {
        this(verdict, findings, memory, kvCache, speed, Optional.empty(), Optional.empty(), confidence);
    }

    /** The same answer with these findings. */
    public Estimate with(List<Finding> others) {
        return new Estimate(verdict, others, memory, kvCache, speed, point, pools, confidence);
    }

    public Estimate {
        findings = List.copyOf(findings);
    }
}
