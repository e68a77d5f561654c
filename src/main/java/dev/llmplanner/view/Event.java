package dev.llmplanner.view;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Screen;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Patch;
import dev.llmplanner.view.scenario.Preset;
import dev.llmplanner.view.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that happened on the page. Each event knows the state that follows it. */
public interface Event {

    /** Element of the dialog that shows work. */
    String WORK = "work";

    /** Whether the event is to see the catalog as it is given, without the reader's own records. */
    default boolean wantsGiven() {
        return false;
    }

    /** The state after the event, and what the platform is to do besides. */
    Step<State> after(State state, Resources resources);

    /** The address changed by a link or the Back button. */
    record Opened(String hash) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            if (hash.equals(Address.of(state, resources))) {
                return Step.to(state);
            }
            State opened = Address.open(hash, state.withMessage(""), resources);
            return opened.route().equals(state.route())
                    ? Loading.whatIsNeeded(opened, resources)
                    : Loading.whatIsNeeded(opened, resources, new Effect.Focus("heading"));
        }
    }

    /** Another language was chosen. */
    record LanguageChosen(String language) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Loading.whatIsNeeded(state.withLanguage(language, true), resources);
        }
    }

    /** The messages of a language arrived. */
    record WordsLoaded(String language, Json data) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withWords(language, resources.reader().apply(language, (JsonObject) data)));
        }
    }

    /** The messages of the wanted language can't be had: the page stays in the one it has. */
    record WordsFailed() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return new MessageDue("message.language-failed")
                    .after(state.withLanguage(state.speech().language(), state.languageChosen()), resources);
        }
    }

    /** Another theme was chosen. */
    record ThemeChosen(Screen.Theme theme) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withTheme(theme));
        }
    }

    /** A field holds another text. */
    record FieldTyped(Field field, String text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withMessage("")
                    .withScenario(Consequences.of(field, state.scenario().with(field, text), state, resources), resources));
        }
    }

    /** A workload was chosen to start from. */
    record PresetChosen(Preset preset) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withMessage("").withScenario(preset.applyTo(state.scenario()), resources));
        }
    }

    /** A remedy was taken. */
    record RemedyTaken(JsonObject change) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(
                    state.withMessage("message.remedy-taken")
                            .withScenario(Patch.apply(state.scenario(), change), resources),
                    new Effect.Focus("verdict"));
        }
    }

    /** All fields go back to their defaults. */
    record ScenarioReset() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withIgnored(List.of())
                    .withMessage("message.reset")
                    .withScenario(Scenario.INITIAL, resources));
        }
    }

    /** The list under a field opens, narrows, or moves its active option. */
    record PickerMoved(Picker picker) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            State moved = state.withPicker(Optional.of(picker));
            return picker.active() < 0
                    ? Step.to(moved)
                    : Step.to(moved, new Effect.ScrollTo("option-" + picker.active()));
        }
    }

    /** The list under a field closes; the field takes that text, if there is one. */
    record PickerClosed(Field field, Optional<String> text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            State closed = state.withPicker(Optional.empty());
            return text.isPresent() ? new FieldTyped(field, text.get()).after(closed, resources) : Step.to(closed);
        }
    }

    /** The reader wants to go to the element of that id. */
    record Wanted(String elementId) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.Focus(elementId));
        }
    }

    /** A file of data arrived. */
    record FileLoaded(DataFile file, Json data) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(file.put(Lazy.of(data), state));
        }
    }

    /** A file of data can't be had. */
    record FileFailed(DataFile file) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(file.put(Lazy.FAILED, state));
        }
    }

    /** The formula of a figure is wanted. */
    record WorkWanted(String figure) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Work shown = new Work(figure, state.work().data(), false);
            State open = state.withWork(shown);
            boolean first = !state.work().isOpen();
            List<Effect> effects = new ArrayList<>();
            if (first) {
                effects.add(new Effect.OpenDialog(WORK));
            }
            effects.add(new Effect.Focus("work-title"));
            if (shown.data().isEmpty() && state.outcome().answer().isPresent()) {
                effects.add(new Effect.Explain(
                        state.get(Additions.SLOT).portable(state.outcome().answer().get().request()),
                        WorkLoaded::new, new WorkFailed()));
            }
            return new Step<>(open, effects);
        }
    }

    /** The work behind the present answer arrived. */
    record WorkLoaded(Json data) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withWork(new Work(state.work().figure(), Optional.of((JsonObject) data), false)));
        }
    }

    /** The work can't be had. */
    record WorkFailed() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withWork(new Work(state.work().figure(), Optional.empty(), true)));
        }
    }

    /** The reader is done with a formula. */
    record WorkDismissed() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.CloseDialog(WORK));
        }
    }

    /** The dialog closed, by a button or by the Escape key. */
    record WorkClosed() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withWork(new Work("", state.work().data(), false)));
        }
    }

    /** A formula goes to the clipboard. */
    record WorkCopied(String text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.Copy(
                    text, new MessageDue("message.work-copied"), new MessageDue("message.copy-failed")));
        }
    }

    /** The link to this page is wanted. */
    record LinkWanted() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state,
                    new Effect.CopyAddress(new MessageDue("message.copied"), new MessageDue("message.copy-failed")));
        }
    }

    /** A short message is to be shown; a blank key takes the present one away. */
    record MessageDue(String key) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            State shown = state.withMessage(key);
            return key.isEmpty() ? Step.to(shown) : Step.to(shown, new Effect.Later(4000, new MessageDue("")));
        }
    }

    /** The notice about the link has been read. */
    record NoticeRead() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withIgnored(List.of()));
        }
    }

    /** Nothing that the page shows. */
    record Nothing() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state);
        }
    }
}
