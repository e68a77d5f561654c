package dev.llmplanner.view;

import dev.llmplanner.json.Json;
import java.util.Optional;

/**
 * A part of the data that is loaded when it is first needed.
 *
 * @param status how far it is
 * @param data   present once loaded
 */
public record Lazy(Status status, Optional<Json> data) {

    /** Not asked for yet. */
    public static final Lazy NOT_ASKED = new Lazy(Status.NOT_ASKED, Optional.empty());
    /** Asked for. */
    public static final Lazy LOADING = new Lazy(Status.LOADING, Optional.empty());
    /** It can't be had. */
    public static final Lazy FAILED = new Lazy(Status.FAILED, Optional.empty());

    /** How far a part is. */
    public enum Status {
        NOT_ASKED,
        LOADING,
        LOADED,
        FAILED
    }

    static Lazy of(Json data) {
        return new Lazy(Status.LOADED, Optional.of(data));
    }
}
