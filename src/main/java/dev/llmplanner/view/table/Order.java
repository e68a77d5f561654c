package dev.llmplanner.view.table;

/**
 * How a table is sorted.
 *
 * @param column     the column's name; blank for the catalog's own order
 * @param descending largest first
 */
public record Order(String column, boolean descending) {

    /** The catalog's own order. */
    public static final Order UNSORTED = new Order("", false);

    /** The order after a click on that column's header: as it is best read first, then the other way round. */
    public Order click(String clicked, boolean descendingFirst) {
        return column.equals(clicked) ? new Order(column, !descending) : new Order(clicked, descendingFirst);
    }
}
