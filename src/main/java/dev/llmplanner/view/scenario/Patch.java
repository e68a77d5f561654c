package dev.llmplanner.view.scenario;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.Map;

/** Applies a change of the request, as a remedy brings it, to the fields. */
public final class Patch {

    private Patch() {}

    /** The scenario with the change. Members that no field stands for are left out. */
    public static Scenario apply(Scenario scenario, JsonObject change) {
        Scenario patched = apply(scenario, change, "");
        if (change.get("layout").isPresent()) {
            boolean own = change.get("layout").get() instanceof JsonObject;
            patched = patched.with(Field.LAYOUT, own ? Choices.OWN : Choices.AUTO);
        }
        if (change.get("accelerator").isPresent()) {
            patched = patched.with(Field.HARDWARE, Choices.BY_ACCELERATOR);
        }
        if (change.get("server").isPresent()) {
            patched = patched.with(Field.HARDWARE, Choices.BY_SERVER);
        }
        return patched;
    }

    private static Scenario apply(Scenario scenario, JsonObject change, String prefix) {
        Scenario patched = scenario;
        for (Map.Entry<String, Json> member : change.members().entrySet()) {
            String path = prefix + member.getKey();
            if (member.getValue() instanceof JsonObject group) {
                patched = apply(patched, group, path + ".");
            } else {
                patched = put(patched, path, member.getValue());
            }
        }
        return patched;
    }

    private static Scenario put(Scenario scenario, String path, Json value) {
        Field field = Field.ofPath(path).orElse(null);
        if (field == null) {
            return scenario;
        }
        String text = value instanceof JsonNumber number
                ? Numeral.text(number.value())
                : value instanceof JsonString string ? string.value() : "";
        Scenario patched = scenario.with(field, text);
        return switch (field) {
            case CONCURRENCY -> patched.with(Field.LOAD, Choices.BY_CONCURRENCY);
            case REQUESTS_PER_SECOND -> patched.with(Field.LOAD, Choices.BY_RATE);
            default -> patched;
        };
    }
}
