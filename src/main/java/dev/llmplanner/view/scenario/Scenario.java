package dev.llmplanner.view.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of the Calculator as texts, just as they were typed: a wrong text stays in its field until it is mended.
 * Fields that the page hides at present keep their text too.
 */
public final class Scenario {

    /** What a first visit shows. */
    public static final Scenario INITIAL = new Scenario(Map.of());

    /** Texts that differ from the default. */
    private final Map<Field, String> changed;

    private Scenario(Map<Field, String> changed) {
        this.changed = changed;
    }

    /** The text of that field. */
    public String text(Field field) {
        String text = changed.get(field);
        return text == null ? field.initial() : text;
    }

    /** Whether that field holds that text. */
    public boolean has(Field field, String text) {
        return text(field).equals(text);
    }

    /** The same scenario with another text in that field. */
    public Scenario with(Field field, String text) {
        Map<Field, String> next = new LinkedHashMap<>(changed);
        if (text.equals(field.initial())) {
            next.remove(field);
        } else {
            next.put(field, text);
        }
        return new Scenario(next);
    }

    /** Whether the page shows that field: the degrees of a layout by hand, a server's nodes, the one way of giving the load. */
    public boolean shows(Field field) {
        return switch (field) {
            case ACCELERATOR -> has(Field.HARDWARE, Choices.BY_ACCELERATOR);
            case SERVER, NODES -> has(Field.HARDWARE, Choices.BY_SERVER);
            case GPUS -> has(Field.LAYOUT, Choices.AUTO);
            case TENSOR_PARALLEL, PIPELINE_PARALLEL, EXPERT_PARALLEL, ATTENTION_DATA_PARALLEL ->
                    has(Field.LAYOUT, Choices.OWN);
            case CONCURRENCY -> has(Field.LOAD, Choices.BY_CONCURRENCY);
            case REQUESTS_PER_SECOND -> has(Field.LOAD, Choices.BY_RATE);
            default -> true;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scenario scenario && scenario.changed.equals(changed);
    }

    @Override
    public int hashCode() {
        return changed.hashCode();
    }

    @Override
    public String toString() {
        return changed.toString();
    }
}
