package dev.llmplanner.view.node;

import java.util.Objects;

/** Text as people read it, not escaped. */
public record Text(String value) implements Node {

    public Text {
        Objects.requireNonNull(value, "value");
    }
}
