package dev.llmplanner.screening;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Verdict;
import java.util.Optional;

/**
 * One model on one accelerator.
 *
 * @param verdict    of the replica
 * @param gpus       of the replica; the most that were tried where it doesn't fit, 0 where no layout is legal or nothing
 *                   can be computed
 * @param layout     of the replica; absent with {@code gpus} 0
 * @param serverGpus devices of one server
 * @param outputTokensPerSecondPerServer of a server full of such replicas, or of the share of a replica that a server
 *                   carries; absent where it doesn't fit or a fact is missing
 * @param reason     why it doesn't fit, or the missing fact; absent where there is a speed
 * @param confidence of the answer
 */
public record Cell(
        Verdict verdict,
        int gpus,
        Optional<ParallelLayout> layout,
        int serverGpus,
        Optional<Band> outputTokensPerSecondPerServer,
        Optional<Finding> reason,
        Confidence confidence) {}
