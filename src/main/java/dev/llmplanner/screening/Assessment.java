package dev.llmplanner.screening;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One model at one precision on one configuration.
 *
 * @param model            catalog id
 * @param weights          precision as requests name it
 * @param replicas         that the configuration holds
 * @param layout           of each; absent where none can run
 * @param usersPerReplica  of the asked users, on the fullest replica
 * @param maxUsersPerReplica within memory and targets; absent where it isn't known
 * @param limit            what one more user on a replica would break
 * @param maxContextTokens longest sequence with the asked users, never beyond the model's own limit
 * @param ttftSeconds      mean, with the asked users
 * @param tpotSeconds      mean, with the asked users
 * @param outputTokensPerSecond of all replicas, with the asked users
 * @param reason           the missing fact, or why it can't run
 * @param warnings         of the Calculator and of {@link WarningCode}, worst first
 * @param confidence       of the answer
 */
public record Assessment(
        String model,
        String weights,
        Outcome outcome,
        int replicas,
        Optional<ParallelLayout> layout,
        int usersPerReplica,
        OptionalInt maxUsersPerReplica,
        Optional<Limit> limit,
        OptionalDouble maxContextTokens,
        Optional<Band> ttftSeconds,
        Optional<Band> tpotSeconds,
        Optional<Band> outputTokensPerSecond,
        Optional<Finding> reason,
        List<Finding> warnings,
        Confidence confidence) {

    public Assessment {
        warnings = List.copyOf(warnings);
    }

    /** Users of the whole configuration within memory and targets; absent where it isn't known. */
    public OptionalInt maxUsers() {
        return maxUsersPerReplica.isPresent()
                ? OptionalInt.of(replicas * maxUsersPerReplica.getAsInt()) : OptionalInt.empty();
    }
}
