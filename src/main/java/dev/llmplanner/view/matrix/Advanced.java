package dev.llmplanner.view.matrix;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.screening.Matrix;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.List;

/**
 * The next of the first rows are to be computed, or the next rows drawn, unless the reader has gone on. The matrix remembers what is
 * computed: the state, and with it the page, changes only where there is something to see. Where nothing can be computed
 * aside, all rows are computed here before those below the first are drawn.
 */
record Advanced(int change) implements Event {
    /** Cells of a slice: far less than 50 ms, also in a browser that has just read the script. */
    private static final int COLD = 80;
    private static final int WARM = 320;
    private static final int DRAWN = 560;
    /** Cells of a slice below those that a browser lays out at once, some heights of the window away. */
    private static final int DRAWN_FAR = 1_440;
    private static final int NEAR = 3_600;
    private static final int WARM_AFTER_ROWS = 12;
    private static final int SEEN_TOGETHER = 10;

    @Override
    public Step<State> after(State state, Resources resources) {
        Progress progress = MatrixState.progress(state);
        if (progress.change() != change || state.route().place() != Route.Place.MATRIX
                || MatrixState.board(state).matrix().isEmpty()) {
            return Step.to(state);
        }
        Selection selection = MatrixState.selection(state);
        int columns = selection.accelerators().size();
        int end = Math.min(selection.models().size(), progress.mostRows(columns));
        int here = state.get(MatrixState.REFUSED) ? end : Math.min(end, Progress.firstRows(columns));
        compute(state, selection.models().subList(0, here));
        int known = known(state, selection.models().subList(0, end));
        boolean more = known < here;
        int rows = more || progress.computed() < Math.min(end, Progress.firstRows(columns))
                ? progress.rows() : Math.min(end, Math.min(known, progress.rows())
                        + rows(progress.rows() * columns < NEAR ? DRAWN : DRAWN_FAR, columns));
        boolean busy = more || Math.min(rows, known) < known;
        boolean seen = known == end || known / SEEN_TOGETHER > progress.computed() / SEEN_TOGETHER;
        int computed = seen || !busy ? known : progress.computed();
        State next = computed == progress.computed() && rows == progress.rows() && busy == progress.busy() ? state
                : seen(selection.models().subList(0, computed), state)
                        .with(MatrixState.PROGRESS, new Progress(computed, rows, progress.pages(), change, busy));
        return busy ? Step.to(next, new Effect.Later(0, this)) : Step.to(next);
    }

    /** A slice of those rows. */
    private static void compute(State state, List<ModelEntry> models) {
        Board board = MatrixState.board(state);
        Matrix matrix = board.matrix().orElseThrow();
        int columns = Math.max(1, matrix.accelerators().size());
        int left = rows(board.rows().size() < WARM_AFTER_ROWS ? COLD : WARM, columns);
        for (int i = 0; i < models.size() && left > 0; i++) {
            if (!matrix.knows(board.place(models.get(i).id()))) {
                board.computed(models.get(i));
                left--;
            }
        }
    }

    /** Of those rows, those that are computed, from the top. */
    private static int known(State state, List<ModelEntry> models) {
        Board board = MatrixState.board(state);
        int known = 0;
        while (known < models.size() && board.matrix().orElseThrow().knows(board.place(models.get(known).id()))) {
            known++;
        }
        return known;
    }

    private static State seen(List<ModelEntry> models, State state) {
        Board board = MatrixState.board(state);
        List<ModelEntry> unseen = models.stream().filter(model -> board.row(model).isEmpty()).toList();
        return unseen.isEmpty() ? state : state.with(MatrixState.BOARD, board.with(unseen));
    }

    private static int rows(int cells, int columns) {
        return Math.max(1, cells / Math.max(1, columns));
    }
}
