package dev.llmplanner.view.matrix;

/**
 * How far the table is. The first rows are computed by the page, the others aside; each is drawn as soon as all above it are,
 * in slices, so that input never waits for rows that nobody sees.
 *
 * @param computed rows of the selection that are computed, from its top
 * @param rows     of the selection that may be drawn as far as they are computed
 * @param pages    of rows that the reader asked for, each of so many cells
 * @param change   counts what the reader did, so that a later slice ends what an earlier one began
 * @param busy     whether a slice is due
 */
record Progress(int computed, int rows, int pages, int change, boolean busy) {
    static final Progress BEGUN = new Progress(0, 0, 1, 0, false);
    static final int CELLS_OF_PAGE = 12_000;
    private static final int FIRST_CELLS = 480;

    int mostRows(int columns) {
        return Math.max(10, pages * CELLS_OF_PAGE / Math.max(1, columns));
    }

    static int firstRows(int columns) {
        return Math.max(1, FIRST_CELLS / Math.max(1, columns));
    }

    Progress again(int columns) {
        return new Progress(0, firstRows(columns), 1, change + 1, true);
    }

    Progress more() {
        return new Progress(computed, rows, pages + 1, change + 1, true);
    }

    Progress slice() {
        return new Progress(computed, rows, pages, change, true);
    }
}
