package dev.llmplanner.view.plan.ask;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.scenario.Numeral;
import java.util.Map;
import java.util.Optional;

/** Changes of a request as changes of the fields. */
public final class PlanPatch {
    private static final double WATTS_PER_KILOWATT = 1000;

    private PlanPatch() {
    }

    /** Whether every member of a change has a field. */
    public static boolean hasFields(JsonObject patch) {
        return apply(Entries.INITIAL, patch).isPresent();
    }

    /** Whether a field stands for that limit. */
    public static boolean hasField(String constraint) {
        return loosened(Entries.INITIAL, constraint, 1).isPresent();
    }

    /** The fields after a JSON merge patch of the request; empty where a member of it has no field. */
    public static Optional<Entries> apply(Entries entries, JsonObject patch) {
        return apply(Optional.of(entries), patch, "");
    }

    private static Optional<Entries> apply(Optional<Entries> entries, JsonObject patch, String prefix) {
        Optional<Entries> next = entries;
        for (Map.Entry<String, Json> member : patch.members().entrySet()) {
            String path = prefix + member.getKey();
            if (next.isEmpty()) {
                return next;
            } else if (member.getValue() instanceof JsonObject group) {
                next = apply(next, group, path + ".");
            } else if (member.getValue() instanceof JsonNumber number) {
                next = number(next.get(), path, number.value());
            } else {
                Entries before = next.get();
                next = path.equals("budget.purchase.currency") && member.getValue() instanceof JsonString currency
                        ? Optional.of(before.with(PlanEntries.CURRENCY, currency.value())) : Optional.empty();
            }
        }
        return next;
    }

    private static Optional<Entries> number(Entries entries, String path, double value) {
        return switch (path) {
            case "slo.ttftSeconds" -> with(entries, PlanEntries.TTFT, value);
            case "slo.tpotSeconds" -> with(entries, PlanEntries.SPEED, 1 / value);
            case "slo.contextTokens" -> with(entries, PlanEntries.CONTEXT, value);
            case "budget.purchase.amount" -> with(entries, PlanEntries.BUDGET, value);
            case "budget.powerWatts" -> with(entries, PlanEntries.KILOWATTS, value / WATTS_PER_KILOWATT);
            case "budget.racks" -> with(entries, PlanEntries.RACKS, value);
            case "budget.rackUnits" -> with(entries, PlanEntries.UNITS, value);
            case "budget.gpus" -> with(entries, PlanEntries.GPUS, value);
            case "redundancy.spareServers" -> with(entries, PlanEntries.SPARES, value);
            default -> Optional.empty();
        };
    }

    private static Optional<Entries> with(Entries entries, Entry entry, double value) {
        return Optional.of(entries.with(entry, Numeral.text(value)));
    }

    /**
     * The fields with that limit loosened to what can be had, in round figures on the generous side; empty where no field
     * stands for it.
     *
     * @param constraint as results name it
     * @param closest    in the unit of the limit
     */
    public static Optional<Entries> loosened(Entries entries, String constraint, double closest) {
        return switch (constraint) {
            case "ttft" -> with(entries, PlanEntries.TTFT, up(closest));
            case "tpot" -> with(entries, PlanEntries.SPEED, down(1 / closest));
            case "context" -> with(entries, PlanEntries.CONTEXT, Math.floor(closest));
            case "purchase" -> with(entries, PlanEntries.BUDGET, up(closest));
            case "power" -> with(entries, PlanEntries.KILOWATTS, up(closest / WATTS_PER_KILOWATT));
            case "racks" -> with(entries, PlanEntries.RACKS, Math.ceil(closest));
            case "rack-units" -> with(entries, PlanEntries.UNITS, Math.ceil(closest));
            case "gpus" -> with(entries, PlanEntries.GPUS, Math.ceil(closest));
            default -> Optional.empty();
        };
    }

    /** Rounded up to two digits, and beyond what is a hair above them. */
    private static double up(double value) {
        double unit = unit(value);
        return Math.ceil(value / unit - 1e-9) * unit;
    }

    private static double down(double value) {
        double unit = unit(value);
        return Math.floor(value / unit + 1e-9) * unit;
    }

    /** The second digit's worth. */
    private static double unit(double value) {
        double unit = 1;
        while (value / unit >= 100) {
            unit *= 10;
        }
        while (value > 0 && value / unit < 10) {
            unit /= 10;
        }
        return unit;
    }
}
