package dev.llmplanner.screening;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.hardware.Confidence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The figures of one model that a table sorts and filters by. What can't be computed is absent, and {@code missing} says
 * why.
 *
 * @param model               catalog id
 * @param tier                on the reference accelerator under the reference terms
 * @param band                of the total parameters
 * @param totalParameters     as the vendor states them, else as counted
 * @param activeParameters    likewise
 * @param densityFraction     active ÷ total
 * @param attentionKinds      codes of the kinds of its layers, the first first
 * @param kvCacheBytesPerToken of the whole model in the engine's cache format, what grows with every token
 * @param kvCacheBytesPerSequence what a sequence of the terms' length holds beside that: state, and windows
 * @param weightsBytes        of the whole checkpoint by precision: native first, then published forms
 * @param minimumGpus         of the smallest replica that holds the terms' users; where none does, that holds one
 * @param layout              of that replica
 * @param singleUserTokensPerSecond 1 ÷ TPOT of one user on that replica
 * @param outputTokensPerSecondPerServer of the reference accelerator under the terms
 * @param missing             the missing fact, or why it doesn't fit
 * @param confidence          of the answer on the reference accelerator
 */
public record ModelProfile(
        String model,
        Tier tier,
        ParameterBand band,
        OptionalDouble totalParameters,
        OptionalDouble activeParameters,
        OptionalDouble densityFraction,
        List<String> attentionKinds,
        OptionalDouble kvCacheBytesPerToken,
        OptionalDouble kvCacheBytesPerSequence,
        Map<String, Double> weightsBytes,
        OptionalInt minimumGpus,
        Optional<ParallelLayout> layout,
        Optional<Band> singleUserTokensPerSecond,
        Optional<Band> outputTokensPerSecondPerServer,
        Optional<Finding> missing,
        Confidence confidence) {

    public ModelProfile {
        attentionKinds = List.copyOf(attentionKinds);
        weightsBytes = Collections.unmodifiableMap(new LinkedHashMap<>(weightsBytes));
    }
}
