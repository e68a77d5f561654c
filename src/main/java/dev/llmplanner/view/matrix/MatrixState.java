package dev.llmplanner.view.matrix;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.screening.Matrix;
import dev.llmplanner.screening.Terms;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.WorkloadEntries;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.List;
import java.util.Optional;

/** What the matrix keeps, and what can happen on it. */
final class MatrixState {
    static final Slot<Entries> ENTRIES = Slot.input("matrix-entries", Entries.INITIAL);
    private static final Slot<Board> BOARD = new Slot<>("matrix-board", Board.NONE);
    private static final Slot<Progress> PROGRESS = new Slot<>("matrix-progress", Progress.BEGUN);
    private static final Slot<Selection> SELECTION = new Slot<>("matrix-selection", Selection.NONE);
    private static final Slot<Tiers> TIERS = new Slot<>("matrix-tiers", Tiers.NONE);
    private static final Slot<Position> POSITION = new Slot<>("matrix-position", Position.NONE);

    private MatrixState() {}

    /**
     * How far the table is. All rows are computed first, those in sight are drawn meanwhile, the others after them, in slices:
     * so that every answer is there soon and input never waits for rows that nobody sees.
     *
     * @param computed rows of the selection that are computed, from its top
     * @param rows     of the selection that are drawn as far as they are computed
     * @param pages    of rows that the reader asked for, each of so many cells
     * @param change   counts what the reader did, so that a later slice ends what an earlier one began
     */
    record Progress(int computed, int rows, int pages, int change) {
        static final Progress BEGUN = new Progress(0, 0, 1, 0);
        private static final int CELLS_OF_PAGE = 12_000;
        private static final int CELLS_IN_SIGHT = 800;

        int mostRows(int columns) {
            return Math.max(10, pages * CELLS_OF_PAGE / Math.max(1, columns));
        }

        Progress again(int columns) {
            return new Progress(0, Math.max(1, CELLS_IN_SIGHT / Math.max(1, columns)), 1, change + 1);
        }
    }

    /**
     * The cell that the keyboard is on.
     *
     * @param model       catalog id; blank for none yet
     * @param accelerator catalog id
     */
    record Position(String model, String accelerator) {
        static final Position NONE = new Position("", "");
    }

    static Entries entries(State state) {
        return state.get(ENTRIES);
    }

    static Board board(State state) {
        return state.get(BOARD);
    }

    static Progress progress(State state) {
        return state.get(PROGRESS);
    }

    static Position position(State state) {
        return state.get(POSITION);
    }

    /** The terms that the fields make; empty while one can't be used. */
    static Optional<Terms> terms(State state) {
        return WorkloadEntries.terms(entries(state), state.speech());
    }

    /** What the fields left of the catalog when the page was shown or they last changed. */
    static Selection selection(State state) {
        return state.get(SELECTION);
    }

    /** The state with those fields; what is computed stays where it answers them. */
    static State with(Entries entries, State state) {
        return state.with(ENTRIES, entries);
    }

    /** The state with a board for the fields; the present one while a field can't be used. */
    private static State begun(State state, Resources resources) {
        Optional<Terms> terms = terms(state);
        boolean there = terms.isEmpty() || board(state).answers(terms.get(), resources.planner().catalog());
        State begun = there ? state : state.with(BOARD, Board.of(resources.planner(), terms.get()));
        boolean tiers = entries(state).text(MatrixEntries.TIER).equals(MatrixEntries.ANY)
                || state.get(TIERS).areOf(resources.planner().catalog());
        State known = tiers ? begun : begun.with(TIERS, Tiers.of(resources.planner()));
        Selection selection = Selection.of(entries(known), resources.planner().catalog(), known.get(TIERS)::of)
                .sharing(selection(state));
        return known.with(SELECTION, selection)
                .with(PROGRESS, progress(state).again(selection.accelerators().size()));
    }

    /** What begins the computation where rows are missing. */
    static Optional<Event> due(State state, Resources resources) {
        return state.route().place() == Route.Place.MATRIX ? Optional.of(new Begun()) : Optional.empty();
    }

    /** The page is shown: what is missing is to be computed and drawn. */
    record Begun() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            State begun = begun(state, resources);
            return Step.to(begun, new Effect.Later(0, new Advanced(progress(begun).change(), 0)));
        }
    }

    /** The fields hold other texts. */
    record Asked(Entries entries) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return new Begun().after(with(entries, state), resources);
        }
    }

    /**
     * The next rows are to be computed, or drawn where all are, unless the reader has gone on. The matrix remembers what is
     * computed: the state, and with it the page, changes only where there is something to see.
     *
     * @param from rows of the selection that are computed, from its top
     */
    record Advanced(int change, int from) implements Event {
        /** Cells of a slice: far less than 50 ms, also in a browser that has just read the script. */
        private static final int COLD = 80;
        private static final int WARM = 480;
        private static final int WARM_AFTER_ROWS = 12;
        private static final int SEEN_TOGETHER = 10;

        @Override
        public Step<State> after(State state, Resources resources) {
            Progress progress = progress(state);
            if (progress.change() != change || state.route().place() != Route.Place.MATRIX
                    || board(state).matrix().isEmpty()) {
                return Step.to(state);
            }
            Selection selection = selection(state);
            int columns = selection.accelerators().size();
            int end = Math.min(selection.models().size(), progress.mostRows(columns));
            if (from >= end) {
                State drawn = state.with(PROGRESS, new Progress(
                        end, progress.rows() + rows(WARM, columns), progress.pages(), change));
                return progress(drawn).rows() < end ? Step.to(drawn, new Effect.Later(0, this)) : Step.to(drawn);
            }
            int to = computed(board(state), selection.models().subList(0, end));
            State next = to == end || to / SEEN_TOGETHER > progress.computed() / SEEN_TOGETHER
                    ? seen(selection.models().subList(progress.computed(), to), to, state) : state;
            return to < end || progress.rows() < end
                    ? Step.to(next, new Effect.Later(0, new Advanced(change, to))) : Step.to(next);
        }

        /** Rows after a slice. */
        private int computed(Board board, List<ModelEntry> models) {
            int slice = rows(from < WARM_AFTER_ROWS ? COLD : WARM, board.matrix().orElseThrow().accelerators().size());
            int at = from;
            for (int computed = 0; at < models.size() && computed < slice; at++) {
                if (board.row(models.get(at)).isEmpty()) {
                    board.computed(models.get(at));
                    computed++;
                }
            }
            return at;
        }

        private State seen(List<ModelEntry> models, int to, State state) {
            Progress progress = progress(state);
            Board board = board(state);
            return state
                    .with(BOARD, board.with(models.stream().filter(model -> board.row(model).isEmpty()).toList()))
                    .with(PROGRESS, new Progress(to, progress.rows(), progress.pages(), change));
        }

        private static int rows(int cells, int columns) {
            return Math.max(1, cells / Math.max(1, columns));
        }
    }

    /**
     * A page is shown from which the matrix is one click away: while the reader looks at it, the table's first page is
     * computed, in slices with pauses. Nothing is drawn.
     *
     * @param from rows that are computed; negative before the pause in which the page itself is drawn
     */
    record Ahead(int from) implements Event {
        private static final int FIRST_PAUSE = 600;
        private static final int PAUSE = 16;
        private static final int CELLS = 160;

        @Override
        public Step<State> after(State state, Resources resources) {
            if (from < 0) {
                return Step.to(state, new Effect.Later(FIRST_PAUSE, new Ahead(0)));
            }
            Optional<Terms> terms = terms(state);
            Route.Place place = state.route().place();
            if (terms.isEmpty() || place == Route.Place.MATRIX || place.section() != Route.Place.HARDWARE) {
                return Step.to(state);
            }
            boolean there = board(state).answers(terms.get(), resources.planner().catalog());
            State begun = there ? state : state.with(BOARD, Board.of(resources.planner(), terms.get()));
            Matrix matrix = board(begun).matrix().orElseThrow();
            int columns = Math.max(1, matrix.accelerators().size());
            int to = Math.min(from + Math.max(1, CELLS / columns), matrix.models().size());
            if (matrix.models().size() * columns > Progress.CELLS_OF_PAGE) {
                return Step.to(state);
            }
            matrix.models().subList(from, to).forEach(board(begun)::computed);
            return to < matrix.models().size() ? Step.to(begun, new Effect.Later(PAUSE, new Ahead(to))) : Step.to(begun);
        }
    }

    /** More rows are wanted than a page of them. */
    record MoreWanted() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Progress progress = progress(state);
            Progress more = new Progress(progress.computed(), progress.rows(), progress.pages() + 1, progress.change() + 1);
            return Step.to(state.with(PROGRESS, more), new Effect.Later(0, new Advanced(more.change(), more.computed())));
        }
    }

    /** The keyboard goes to another cell. */
    record Moved(Position position) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(POSITION, position), new Effect.Focus(Grid.ACTIVE));
        }
    }
}
