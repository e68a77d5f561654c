package dev.llmplanner.json;

/** A number, held as a double: exact for every integer up to 2⁵³, which covers bytes to 8 PiB. */
public record JsonNumber(double value) implements Json {

    @Override
    public String kind() {
        return "number";
    }
}
