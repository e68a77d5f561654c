package dev.llmplanner.planning;

import dev.llmplanner.engine.cost.Currency;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What must not be exceeded; absent: anything.
 *
 * @param purchase   of everything that is paid once, in {@code currency}
 * @param powerWatts peak of servers and switches
 */
public record Budget(
        OptionalDouble purchase,
        Optional<Currency> currency,
        OptionalDouble powerWatts,
        OptionalInt racks,
        OptionalInt rackUnits,
        OptionalInt gpus,
        OptionalInt servers) {}
