package dev.llmplanner.view.own;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.List;

/** What happens to the file of a kind, and to what the browser keeps of it. */
public final class OwnEvents {

    private OwnEvents() {}

    /** What is wrong with the last file of that kind. */
    static Slot<List<OwnProblem>> problems(OwnKind kind) {
        return new Slot<>("own.problems." + kind.code(), List.of());
    }

    /** The reader wants the browser to keep the records of that kind, or to forget them. */
    public record Keeping(OwnKind kind, boolean keep) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(Own.keeping(kind, keep, state, resources));
        }
    }

    /** A file was chosen. It is added whole, or nothing changes. */
    public record Chosen(OwnKind kind, String text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            OwnFile.Read read = OwnFile.read(kind, text, resources);
            State told = state.with(problems(kind), read.problems());
            if (!read.problems().isEmpty()) {
                return Step.to(told.withMessage(""));
            }
            OwnMerge merged = OwnMerge.of(Own.records(state), read.records());
            return new Event.MessageDue(merged.added() == 0 ? "own.nothing-new" : "own.imported")
                    .after(Own.replaced(told, resources, merged.records()), resources);
        }
    }

    /** The records of that kind are wanted as a file. */
    public record FileWanted(OwnKind kind) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.Download("own-" + kind.code() + ".json", "application/json",
                    resources.json().write(OwnFile.of(kind, Own.records(state))) + "\n"));
        }
    }
}
