package dev.llmplanner.view.table;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;

/**
 * How many rows of a table are in the page. After a keystroke those in sight come at once; the others follow, some in each
 * frame, so that no frame is long. In the end all are there, to be found and printed.
 *
 * @param rows   at most
 * @param change counts what the reader did, so that a later one ends what an earlier one began
 */
record Drawn(int rows, int change) {
    private static final int IN_SIGHT = 16;
    private static final int SLICE = 6;
    private static final int ALL = Integer.MAX_VALUE;
    private static final int PAUSE_MILLISECONDS = 80;
    /** A little more than a frame: two slices in one would be a long one. */
    private static final int FRAME_MILLISECONDS = 20;

    private static final Slot<Drawn> SLOT = new Slot<>("table-drawn", new Drawn(ALL, 0));

    static Drawn in(State state) {
        return state.get(SLOT);
    }

    /** The step with only the rows in sight of so many, the others to follow. */
    static Step<State> again(State state, int records) {
        int change = in(state).change() + 1;
        return Step.to(state.with(SLOT, new Drawn(IN_SIGHT, change)), new Effect.Later(PAUSE_MILLISECONDS, new More(change, records)));
    }

    /** More rows come, unless the reader has gone on. */
    record More(int change, int records) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Drawn drawn = in(state);
            if (drawn.change() != change) {
                return Step.to(state);
            }
            int rows = drawn.rows() + SLICE;
            return rows >= records
                    ? Step.to(state.with(SLOT, new Drawn(ALL, change)))
                    : Step.to(state.with(SLOT, new Drawn(rows, change)), new Effect.Later(FRAME_MILLISECONDS, this));
        }
    }
}
