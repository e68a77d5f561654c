package dev.llmplanner.view.table;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a page of tables keeps: what is typed in its search field, and the order of each table. */
public final class Tables {
    private static final String SEARCH = "q";
    private static final String SORT = "sort.";

    private Tables() {}

    /** The search field of the present page holds another text. */
    record Searched(String text, int records) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Drawn.again(state.with(search(state), text), records);
        }
    }

    /** A column's header was clicked. */
    record ColumnClicked(String table, String column, boolean descendingFirst, int records) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Drawn.again(state.with(order(table), state.get(order(table)).click(column, descendingFirst)), records);
        }
    }

    /** The step after a filter of a table of so many records: rows in sight come first. */
    public static Step<State> filtered(State state, int records) {
        return Drawn.again(state, records);
    }

    /** What is typed in the search field of the present page. */
    public static String searched(State state) {
        return state.get(search(state));
    }

    /** The order of that table. */
    static Order orderOf(String table, State state) {
        return state.get(order(table));
    }

    /** Search and orders as they stand in the page's address. */
    public static Map<String, String> link(List<String> tables, State state) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!searched(state).isEmpty()) {
            texts.put(SEARCH, searched(state));
        }
        for (String table : tables) {
            Order order = orderOf(table, state);
            if (!order.equals(Order.UNSORTED)) {
                texts.put(SORT + table, order.descending() ? "-" + order.column() : order.column());
            }
        }
        return texts;
    }

    /** Takes search and orders out of the page's address. */
    public static State opened(List<String> tables, Map<String, String> texts, State state) {
        String search = texts.remove(SEARCH);
        State opened = state.with(search(state), search == null ? "" : search);
        for (String table : tables) {
            String order = texts.remove(SORT + table);
            boolean descending = order != null && order.startsWith("-");
            opened = opened.with(order(table), order == null
                    ? Order.UNSORTED
                    : new Order(descending ? order.substring(1) : order, descending));
        }
        return opened;
    }

    private static Slot<String> search(State state) {
        return Slot.input("search." + state.route().place().code(), "");
    }

    private static Slot<Order> order(String table) {
        return Slot.input("order." + table, Order.UNSORTED);
    }
}
