package dev.llmplanner.view.models;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * How many rows are in the page. After a keystroke half of those in sight come at once, the other half with the next frame: a
 * slow machine lays out no more in a tenth of a second. The others follow when the reader pauses, so that the next
 * keystroke never waits for rows that nobody sees. In the end all are there, to be found and printed.
 *
 * @param rows   at most
 * @param change counts what the reader did, so that a later one ends what an earlier one began
 */
record Drawn(int rows, int change) {
    private static final int IN_SIGHT = 16;
    private static final int AT_ONCE = 8;
    private static final int SLICE = 8;
    private static final int PAUSE_MILLISECONDS = 80;
    /** A little more than a frame: two slices in one would be a long one. */
    private static final int FRAME_MILLISECONDS = 20;

    private static final Slot<Drawn> SLOT = new Slot<>("drawn", new Drawn(IN_SIGHT, 0));

    static Drawn in(State state) {
        return state.get(SLOT);
    }

    /** The step with only the first rows, the others to follow. */
    static Step<State> again(State state, Effect... effects) {
        int change = in(state).change() + 1;
        List<Effect> all = new ArrayList<>(List.of(effects));
        all.add(new Effect.Later(FRAME_MILLISECONDS, new More(change)));
        return new Step<>(state.with(SLOT, new Drawn(AT_ONCE, change)), all);
    }

    /** Whether rows are still to come into sight. */
    static boolean coming(State state, int rows) {
        return in(state).rows() < Math.min(rows, IN_SIGHT);
    }

    /** The step with enough rows for that one to be among them. */
    static State reaching(int row, State state) {
        Drawn drawn = in(state);
        return row < drawn.rows() ? state : state.with(SLOT, new Drawn(row + IN_SIGHT, drawn.change()));
    }

    /** More rows come, unless the reader has gone on. */
    record More(int change) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Drawn drawn = in(state);
            if (drawn.change() != change) {
                return Step.to(state);
            }
            int rows = drawn.rows() + SLICE;
            State more = state.with(SLOT, new Drawn(rows, change));
            return rows >= Screened.in(state).models().size()
                    ? Step.to(more)
                    : Step.to(more, new Effect.Later(rows == IN_SIGHT ? PAUSE_MILLISECONDS : FRAME_MILLISECONDS, this));
        }
    }
}
