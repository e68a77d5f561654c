package dev.llmplanner.view;

/**
 * How a table is sorted.
 *
 * @param column     the column's name; blank for the catalog's own order
 * @param descending largest first
 */
public record Table(String column, boolean descending) {

    /** The catalog's own order. */
    public static final Table UNSORTED = new Table("", false);

    /** The order after a click on that column's header: as it is best read first, then the other way round. */
    public Table click(String clicked, boolean descendingFirst) {
        return column.equals(clicked) ? new Table(column, !descending) : new Table(clicked, descendingFirst);
    }
}
