package dev.llmplanner.planning;

import dev.llmplanner.engine.serving.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a group.
 *
 * @param best       the deployment that carries the demand with the fewest servers, then GPUs, then with the most output
 * @param considered deployments
 * @param byConstraint deployments by what rejected them
 * @param furthest   what rejected the deployment that came furthest; absent with a best one
 * @param closest    of that constraint, in its unit; NaN where nothing was measured
 * @param limit      of that constraint; NaN where there is none
 * @param missing    facts that are missing where nothing could be judged
 */
record GroupAnswer(
        Group group,
        Optional<Best> best,
        int considered,
        Map<Constraint, Integer> byConstraint,
        Optional<Constraint> furthest,
        double closest,
        double limit,
        List<Finding> missing) {}
