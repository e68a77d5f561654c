package dev.llmplanner.view.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scenario as a link's query, and back. Fields that hold their default are left out. */
public final class ScenarioLink {

    private ScenarioLink() {}

    /**
     * A scenario that a link held.
     *
     * @param scenario with the default in each field that the link doesn't name, or names with a word that isn't one
     * @param ignored  what could not be used, as it stands in the link
     */
    public record Read(Scenario scenario, List<String> ignored) {

        public Read {
            ignored = List.copyOf(ignored);
        }
    }

    /** Texts by link name. */
    public static Map<String, String> write(Scenario scenario) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Field field : Field.ALL) {
            if (!scenario.has(field, field.initial())) {
                texts.put(field.key(), scenario.text(field));
            }
        }
        return texts;
    }

    /** Reads the texts of a link. */
    public static Read read(Map<String, String> texts) {
        Scenario scenario = Scenario.INITIAL;
        List<String> ignored = new ArrayList<>();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            Field field = Field.ofKey(entry.getKey()).orElse(null);
            boolean usable = field != null
                    && (field.kind() != Field.Kind.CHOICE || Choices.of(field).contains(entry.getValue()));
            if (usable) {
                scenario = scenario.with(field, entry.getValue());
            } else {
                ignored.add(entry.getKey() + "=" + entry.getValue());
            }
        }
        return new Read(scenario, ignored);
    }
}
