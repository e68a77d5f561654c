package dev.llmplanner.view.plan;

import dev.llmplanner.json.JsonObject;
import java.util.Optional;

/**
 * How far the search is.
 *
 * @param serial   of the last search that was begun
 * @param running  the request that is being answered
 * @param progress what the search told last: {@code {done, excluded, of}}
 * @param behind   whether the fields ask something newer than what runs
 * @param end      how the last search ended
 * @param refusal  why it was refused: {@code {code, path, allowed, message}}
 */
record Pursuit(
        int serial, Optional<JsonObject> running, Optional<JsonObject> progress, boolean behind, End end,
        Optional<JsonObject> refusal) {

    /** Nothing asked yet. */
    static final Pursuit NONE =
            new Pursuit(0, Optional.empty(), Optional.empty(), false, End.NONE, Optional.empty());

    /** How a search ends. */
    enum End {
        /** It hasn't, or there was none. */
        NONE,
        ANSWERED,
        STOPPED,
        REFUSED,
        FAILED
    }

    boolean isRunning() {
        return running.isPresent();
    }

    Pursuit begun(JsonObject request) {
        return new Pursuit(serial + 1, Optional.of(request), Optional.empty(), false, End.NONE, Optional.empty());
    }

    Pursuit at(JsonObject told) {
        return new Pursuit(serial, running, Optional.of(told), behind, end, refusal);
    }

    Pursuit behind(boolean now) {
        return new Pursuit(serial, running, progress, now, end, refusal);
    }

    Pursuit ended(End how, Optional<JsonObject> why) {
        return new Pursuit(serial, Optional.empty(), Optional.empty(), behind, how, why);
    }
}
