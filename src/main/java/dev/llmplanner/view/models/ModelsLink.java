package dev.llmplanner.view.models;

import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.table.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The Models view as texts of a link, and back; what is as on a first visit is left out. */
final class ModelsLink {
    private static final String ARRANGEMENT = "by";
    private static final String QUERY = "q";
    private static final String SORT = "sort";
    private static final String ACCELERATOR = "hw";
    private static final String HIDDEN = "hide";

    private ModelsLink() {}

    static Map<String, String> write(ModelsState state) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (state.arrangement() != Arrangement.VENDOR) {
            texts.put(ARRANGEMENT, state.arrangement().code());
        }
        if (!state.query().isEmpty()) {
            texts.put(QUERY, state.query());
        }
        state.filters().chosen().forEach((facet, values) -> texts.put(facet.code(), joined(values)));
        Order order = state.order();
        if (!order.equals(Order.UNSORTED)) {
            texts.put(SORT, order.descending() ? "-" + order.column() : order.column());
        }
        if (!state.hidden().isEmpty()) {
            texts.put(HIDDEN, joined(state.hidden().stream().map(ColumnGroup::code).toList()));
        }
        texts.putAll(write(state.reference()));
        return texts;
    }

    static Map<String, String> write(Reference reference) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!reference.accelerator().equals(Reference.INITIAL.accelerator())) {
            texts.put(ACCELERATOR, reference.accelerator());
        }
        for (Quantity quantity : Quantity.ALL) {
            if (reference.get(quantity) != Reference.INITIAL.get(quantity)) {
                texts.put(quantity.code(), Integer.toString(reference.get(quantity)));
            }
        }
        return texts;
    }

    /** What the texts say; filters stay in sight if they were. */
    static State open(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        ModelsState before = state.get(ModelsState.SLOT);
        ModelsState opened = ModelsState.SLOT.initial()
                .withFiltering(before.filtering())
                .withActive(before.active())
                .with(reference(texts, state, resources, ignored));
        String query = texts.remove(QUERY);
        opened = query == null ? opened : opened.withQuery(query);
        String arrangement = texts.remove(ARRANGEMENT);
        for (Arrangement each : Arrangement.ALL) {
            if (each.code().equals(arrangement)) {
                opened = opened.with(each);
            }
        }
        if (arrangement != null && !opened.arrangement().code().equals(arrangement)) {
            ignored.add(ARRANGEMENT + "=" + arrangement);
        }
        String sort = texts.remove(SORT);
        if (sort != null) {
            boolean descending = sort.startsWith("-");
            String column = descending ? sort.substring(1) : sort;
            if (ModelColumn.of(column).isPresent()) {
                opened = opened.with(new Order(column, descending));
            } else {
                ignored.add(SORT + "=" + sort);
            }
        }
        for (Facet facet : Facet.ALL) {
            opened = opened.with(opened.filters().with(facet,
                    known(facet.code(), facet.values(state, resources), texts, ignored)));
        }
        List<String> hidden = known(HIDDEN, ColumnGroup.ALL.stream().map(ColumnGroup::code).toList(), texts, ignored);
        opened = opened.withHidden(ColumnGroup.ALL.stream().filter(group -> hidden.contains(group.code())).toList());
        return state.with(ModelsState.SLOT, opened);
    }

    static Reference reference(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        Reference reference = Reference.INITIAL;
        String accelerator = texts.remove(ACCELERATOR);
        if (accelerator != null) {
            if (resources.planner().catalog().accelerator(accelerator).isPresent()) {
                reference = reference.on(accelerator);
            } else {
                ignored.add(ACCELERATOR + "=" + accelerator);
            }
        }
        for (Quantity quantity : Quantity.ALL) {
            String text = texts.remove(quantity.code());
            if (text != null) {
                int number = number(text, quantity, state);
                if (number > 0) {
                    reference = reference.with(quantity, number);
                } else {
                    ignored.add(quantity.code() + "=" + text);
                }
            }
        }
        return reference;
    }

    /** The number that a text says; 0 if it is none that is taken. */
    static int number(String text, Quantity quantity, State state) {
        OptionalDouble number = state.speech().parse(text);
        boolean taken = number.isPresent() && number.getAsDouble() >= 1 && number.getAsDouble() <= quantity.most()
                && number.getAsDouble() == Math.floor(number.getAsDouble());
        return taken ? (int) number.getAsDouble() : 0;
    }

    private static List<String> known(
            String name, List<String> values, Map<String, String> texts, List<String> ignored) {
        List<String> known = new ArrayList<>();
        String text = texts.remove(name);
        for (String value : text == null ? List.<String>of() : parts(text)) {
            if (!values.contains(value)) {
                ignored.add(name + "=" + value);
            } else if (!known.contains(value)) {
                known.add(value);
            }
        }
        return known;
    }

    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            if (end > at) {
                parts.add(text.substring(at, end));
            }
            at = end + 1;
        }
        return parts;
    }

    static String joined(List<String> values) {
        StringBuilder out = new StringBuilder();
        for (String value : values) {
            out.append(out.length() == 0 ? "" : ",").append(value);
        }
        return out.toString();
    }
}
