package dev.llmplanner.view;

import dev.llmplanner.json.JsonObject;
import java.util.Optional;

/**
 * The work that is shown.
 *
 * @param figure path of the figure whose formula is open; blank while none is
 * @param data   {@code {figures, messages}} of the present answer, once loaded
 * @param failed whether it can't be had
 */
public record Work(String figure, Optional<JsonObject> data, boolean failed) {

    /** No formula is open. */
    public static final Work CLOSED = new Work("", Optional.empty(), false);

    public boolean isOpen() {
        return !figure.isEmpty();
    }
}
