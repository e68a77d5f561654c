package dev.llmplanner.view.accuracy;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.accuracy.Scored.Figure;
import dev.llmplanner.view.accuracy.Scored.Held;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The fields of the page: which figure, which fit, which rows. */
final class AccuracyEntries {
    /** No narrowing. */
    static final String ANY = "any";

    static final Entry FIGURE = Entry.choice("figure", Figure.TPOT.code());
    static final Entry HELD = Entry.choice("held", Held.CELL.code());
    static final Entry BY = Entry.choice("by", "engine");
    // What a choice may hold is in the data, which a link comes before: any text is taken, and one without rows finds none.
    static final Entry MODEL = new Entry("model", ANY, Entry.Kind.TEXT, 0, 0);
    static final Entry ACCELERATOR = new Entry("hw", ANY, Entry.Kind.TEXT, 0, 0);
    static final Entry ENGINE = new Entry("engine", ANY, Entry.Kind.TEXT, 0, 0);
    static final Entry PRECISION = new Entry("precision", ANY, Entry.Kind.TEXT, 0, 0);

    static final List<Entry> ALL = List.of(FIGURE, HELD, BY, MODEL, ACCELERATOR, ENGINE, PRECISION);
    /** What points are told apart by. */
    static final List<String> WAYS = List.of("engine", "accelerator", "precision", "model");

    static final Slot<Entries> SLOT = Slot.input("accuracy-entries", Entries.INITIAL);

    private AccuracyEntries() {}

    /** A field holds another text. */
    record Changed(Entries entries) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(SLOT, entries));
        }
    }

    static List<String> choices(Entry entry) {
        List<String> words = new ArrayList<>();
        if (entry.equals(FIGURE)) {
            for (Figure figure : Figure.values()) {
                words.add(figure.code());
            }
        } else if (entry.equals(HELD)) {
            for (Held held : Held.values()) {
                words.add(held.code());
            }
        } else {
            words.addAll(WAYS);
        }
        return words;
    }

    static Figure figure(Entries entries) {
        return Figure.values()[choices(FIGURE).indexOf(entries.text(FIGURE))];
    }

    static Held held(Entries entries) {
        return Held.values()[choices(HELD).indexOf(entries.text(HELD))];
    }

    /** The text of a row that a filter, or a way to tell rows apart, goes by. */
    static Function<Scored.Group, String> by(String way) {
        return switch (way) {
            case "accelerator" -> Scored.Group::accelerator;
            case "precision" -> Scored.Group::precision;
            case "model" -> Scored.Group::model;
            default -> Scored.Group::engine;
        };
    }

    static boolean matches(Entries entries, Scored.Group group) {
        return matches(entries.text(MODEL), group.model())
                && matches(entries.text(ACCELERATOR), group.accelerator())
                && matches(entries.text(ENGINE), group.engine())
                && matches(entries.text(PRECISION), group.precision());
    }

    private static boolean matches(String wanted, String value) {
        return wanted.equals(ANY) || wanted.equals(value);
    }
}
