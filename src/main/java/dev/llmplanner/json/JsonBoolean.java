package dev.llmplanner.json;

/** The literals {@code true} and {@code false}. */
public record JsonBoolean(boolean value) implements Json {

    @Override
    public String kind() {
        return "boolean";
    }
}
