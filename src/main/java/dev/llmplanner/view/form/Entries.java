package dev.llmplanner.view.form;

import dev.llmplanner.view.scenario.Problem;
import dev.llmplanner.view.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The fields of a page as typed. A value: {@link #with} gives another. */
public final class Entries {

    /** Every field as on a first visit. */
    public static final Entries INITIAL = new Entries(Map.of());

    private static final String OUT_OF_RANGE = "out-of-range";

    /** Texts that differ from the first visit's, by name. */
    private final Map<String, String> changed;

    private Entries(Map<String, String> changed) {
        this.changed = changed;
    }

    /** The text of that field. */
    public String text(Entry entry) {
        return changed.getOrDefault(entry.name(), entry.initial());
    }

    /** The same fields with another text in that one. */
    public Entries with(Entry entry, String text) {
        Map<String, String> next = new LinkedHashMap<>(changed);
        if (text.equals(entry.initial())) {
            next.remove(entry.name());
        } else {
            next.put(entry.name(), text);
        }
        return new Entries(next);
    }

    /** The number in that field; empty where there is none that can be used. */
    public OptionalDouble number(Entry entry, Words words) {
        return problem(entry, words).isPresent() ? OptionalDouble.empty() : words.parse(text(entry).trim());
    }

    /** Why the text of that field can't be used. */
    public Optional<Problem> problem(Entry entry, Words words) {
        String text = text(entry).trim();
        if (!entry.isNumber() || text.isEmpty() && entry.blank()) {
            return Optional.empty();
        }
        if (text.isEmpty()) {
            return problem(Problem.MISSING, text);
        }
        OptionalDouble number = words.parse(text);
        if (number.isEmpty()) {
            return problem(Problem.NOT_A_NUMBER, text);
        }
        double value = number.getAsDouble();
        if (entry.kind() == Entry.Kind.COUNT && Math.floor(value) != value) {
            return problem(Problem.NOT_WHOLE, text);
        }
        return value < entry.least() || value > entry.most() ? problem(OUT_OF_RANGE, text) : Optional.empty();
    }

    private static Optional<Problem> problem(String code, String text) {
        return Optional.of(new Problem(code, List.of(), text));
    }

    /** Whether any of these holds a text that can't be used. */
    public boolean anyProblem(List<Entry> entries, Words words) {
        return entries.stream().anyMatch(entry -> problem(entry, words).isPresent());
    }

    /** As they stand in the page's address, first visit's texts left out. */
    public Map<String, String> link(List<Entry> entries) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (!text(entry).equals(entry.initial())) {
                texts.put(entry.name(), text(entry));
            }
        }
        return texts;
    }

    /**
     * The fields in the address of a page.
     *
     * @param choices words that a choice may hold
     * @param texts   those of the fields are taken out
     * @param ignored takes those that can't be used
     */
    public static Entries read(
            List<Entry> entries, Function<Entry, List<String>> choices, Map<String, String> texts, List<String> ignored) {
        Entries read = INITIAL;
        for (Entry entry : entries) {
            String text = texts.remove(entry.name());
            if (text == null) {
                continue;
            }
            if (entry.kind() != Entry.Kind.CHOICE || choices.apply(entry).contains(text)) {
                read = read.with(entry, text);
            } else {
                ignored.add(entry.name() + "=" + text);
            }
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entries entries && entries.changed.equals(changed);
    }

    @Override
    public int hashCode() {
        return changed.hashCode();
    }

    @Override
    public String toString() {
        return changed.toString();
    }
}
