package dev.llmplanner.view.matrix;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.screening.Aside;
import dev.llmplanner.screening.Matrix;
import dev.llmplanner.screening.Terms;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.WorkloadEntries;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the matrix keeps, and what can happen on it. */
final class MatrixState {
    static final Slot<Entries> ENTRIES = Slot.input("matrix-entries", Entries.INITIAL);
    static final Slot<Board> BOARD = new Slot<>("matrix-board", Board.NONE);
    static final Slot<Progress> PROGRESS = new Slot<>("matrix-progress", Progress.BEGUN);
    private static final Slot<Selection> SELECTION = new Slot<>("matrix-selection", Selection.NONE);
    /** Whether the browser computes nothing aside. */
    static final Slot<Boolean> REFUSED = new Slot<>("matrix-refused", false);
    private static final Slot<Tiers> TIERS = new Slot<>("matrix-tiers", Tiers.NONE);
    private static final Slot<Position> POSITION = new Slot<>("matrix-position", Position.NONE);

    private MatrixState() {}

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
        State begun = terms.isEmpty() ? state : boarded(state, terms.get(), resources);
        boolean tiers = entries(state).text(MatrixEntries.TIER).equals(MatrixEntries.ANY)
                || state.get(TIERS).areOf(resources.planner().catalog());
        State known = tiers ? begun : begun.with(TIERS, Tiers.of(resources.planner()));
        Selection selection = Selection.of(entries(known), resources.planner().catalog(), known.get(TIERS)::of)
                .sharing(selection(state));
        return known.with(SELECTION, selection)
                .with(PROGRESS, progress(state).again(selection.accelerators().size()));
    }

    /** The state with a board for those terms on the present catalog. */
    private static State boarded(State state, Terms terms, Resources resources) {
        return board(state).answers(terms, resources.planner().catalog()) ? state
                : state.with(BOARD, Board.of(resources.planner(), terms, board(state).serial() + 1));
    }

    /** What begins the computation where rows are missing. */
    static Optional<Event> due(State state, Resources resources) {
        return state.route().place() == Route.Place.MATRIX ? Optional.of(new Begun()) : Optional.empty();
    }

    /** What asks for rows aside; nothing where the browser refused it. */
    private static List<Effect> aside(State state, List<ModelEntry> models) {
        Board board = board(state);
        Matrix matrix = board.matrix().orElseThrow();
        List<ModelEntry> missing = models.stream().filter(model -> !matrix.knows(board.place(model.id()))).toList();
        if (state.get(REFUSED) || missing.isEmpty()) {
            return List.of();
        }
        JsonObject.Builder question = Aside.question(board.serial(), matrix, missing);
        if (!Own.records(state).isEmpty()) {
            question.put("records", Own.records(state).tree());
        }
        return List.of(new Effect.Screen(question.build(), told ->
                told.get("refused").isPresent() ? new Refused() : new Came(told)));
    }

    /** The next slice at once, and beside it the rows out of sight, if there are any. */
    private static Step<State> sliced(State state) {
        Selection selection = selection(state);
        int columns = selection.accelerators().size();
        int most = Math.min(selection.models().size(), progress(state).mostRows(columns));
        List<Effect> effects = new ArrayList<>(List.of(new Effect.Later(0, new Advanced(progress(state).change()))));
        if (board(state).matrix().isPresent() && columns > 0) {
            int sight = Math.min(most, Progress.firstRows(columns));
            effects.addAll(aside(state, selection.models().subList(sight, most)));
        }
        return new Step<>(state, effects);
    }

    /** The page is shown: what is missing is to be computed and drawn. */
    record Begun() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return sliced(begun(state, resources));
        }
    }

    /** The fields hold other texts. */
    record Asked(Entries entries) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return new Begun().after(with(entries, state), resources);
        }
    }

    /** Rows that were computed aside. Where the page doesn't show the matrix, they only wait in it. */
    record Came(JsonObject told) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            JsonCursor message = JsonCursor.of(told);
            if (message.integer("serial") != board(state).serial()) {
                return Step.to(state);
            }
            Matrix matrix = board(state).matrix().orElseThrow();
            message.items("rows").forEach(row -> matrix.take(row.object()));
            return woken(state);
        }
    }

    /** The browser computes nothing aside: the page does, in slices. */
    record Refused() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            State refused = state.with(REFUSED, true);
            return state.route().place().section() == Route.Place.HARDWARE && state.route().place() != Route.Place.MATRIX
                    ? new Ahead(0).after(refused, resources) : woken(refused);
        }
    }

    private static Step<State> woken(State state) {
        Progress progress = progress(state);
        if (progress.busy() || state.route().place() != Route.Place.MATRIX) {
            return Step.to(state);
        }
        return Step.to(state.with(PROGRESS, progress.slice()), new Effect.Later(0, new Advanced(progress.change())));
    }

    /**
     * A page is shown from which the matrix is one click away: while the reader looks at it, the table's first page is
     * computed, aside, or in slices with pauses. Nothing is drawn.
     *
     * @param from rows that are computed; negative before the pause in which the page itself is drawn
     */
    record Ahead(int from) implements Event {
        private static final int FIRST_PAUSE = 150;
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
            State begun = boarded(state, terms.get(), resources);
            Matrix matrix = board(begun).matrix().orElseThrow();
            int columns = Math.max(1, matrix.accelerators().size());
            int to = Math.min(from + Math.max(1, CELLS / columns), matrix.models().size());
            if (!state.get(REFUSED)) {
                List<ModelEntry> models = Selection.of(Entries.INITIAL, resources.planner().catalog(), model -> "").models();
                return new Step<>(begun, aside(begun, models.subList(
                        0, Math.min(models.size(), Progress.BEGUN.mostRows(columns)))));
            }
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
            return sliced(state.with(PROGRESS, progress(state).more()));
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
