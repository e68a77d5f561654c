package dev.llmplanner.handover.launch;

import dev.llmplanner.handover.text.Decimal;
import java.util.Optional;

/**
 * One option of a launch: a flag, an environment variable or an entry of a settings file.
 *
 * @param option as the catalog lists it
 * @param value  absent for a flag that stands alone
 * @param hosts  which of a replica's hosts take it
 */
public record Setting(Option option, Optional<Value> value, Hosts hosts, Why why) {

    /** Hosts of one replica. */
    public enum Hosts {
        ALL,
        /** All but the first. */
        WORKERS
    }

    static Setting of(Option option, Value value, Why why) {
        return new Setting(option, Optional.of(value), Hosts.ALL, why);
    }

    static Setting of(Option option, String value, Why why) {
        return of(option, new Value.Text(value), why);
    }

    static Setting of(Option option, double value, Why why) {
        return of(option, Decimal.of(value, 4), why);
    }

    static Setting alone(Option option, Why why) {
        return new Setting(option, Optional.empty(), Hosts.ALL, why);
    }

    Setting onWorkers() {
        return new Setting(option, value, Hosts.WORKERS, why);
    }
}
