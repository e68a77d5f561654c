package dev.llmplanner.view.node;

import dev.llmplanner.json.Json;
import java.util.Objects;

/**
 * The value of an attribute.
 *
 * <p>{@code value}, {@code checked} and {@code selected} are set as properties in the browser, on each rendering, so
 * that a field shows what the state says. {@code style} goes through the CSSOM, which a strict CSP allows.
 */
public sealed interface Attribute {

    /** A text. Attributes that are spelled {@code true} or {@code false}, as in ARIA, are texts. */
    record Value(String text) implements Attribute {

        public Value {
            Objects.requireNonNull(text, "text");
        }
    }

    /** An attribute that is there or not, such as {@code disabled}. */
    record Flag(boolean present) implements Attribute {
    }

    /** Data for an element that the platform itself draws, such as a chart. Not part of the markup. */
    record Property(Json value) implements Attribute {
    }
}
