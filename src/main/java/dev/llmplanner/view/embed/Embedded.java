package dev.llmplanner.view.embed;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import java.util.Optional;

/**
 * What an embedded calculator knows besides its fields.
 *
 * @param address     the frame's, after {@code #}
 * @param parameters  read from it
 * @param counterpart the page around the frame
 * @param height      of the content, in CSS pixels; 0 before it is measured
 * @param told        the last change that left the frame; empty if the next one has to
 */
record Embedded(
        String address, Parameters parameters, Counterpart counterpart, int height, Optional<JsonObject> told) {
    private static final Slot<Optional<Embedded>> SLOT = new Slot<>("embedded", Optional.empty());

    static Embedded in(State state) {
        return state.get(SLOT).orElseThrow();
    }

    State put(State state) {
        return state.with(SLOT, Optional.of(this));
    }

    Embedded with(Counterpart other) {
        return new Embedded(address, parameters, other, height, told);
    }

    Embedded withHeight(int pixels) {
        return new Embedded(address, parameters, counterpart, pixels, told);
    }

    Embedded withTold(Optional<JsonObject> change) {
        return new Embedded(address, parameters, counterpart, height, change);
    }

    boolean shows(Part part) {
        return !parameters.hidden().contains(part);
    }
}
