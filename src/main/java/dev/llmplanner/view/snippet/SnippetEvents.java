package dev.llmplanner.view.snippet;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;

/** What happens in the dialog. */
final class SnippetEvents {
    /** Of the dialog's element. */
    static final String ID = "snippet";
    /** Of the link that opens it. */
    private static final String OPENER = "embed-open";

    private SnippetEvents() {}

    /** The dialog is due: its address is asked for, since a program doesn't know where it runs. */
    record Due() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.AskAddress(Begun::new));
        }
    }

    /** The dialog opens. */
    record Begun(String planner) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            SnippetState now = state.get(SnippetState.SLOT);
            return Step.to(state.with(SnippetState.SLOT, now.begun(Snippet.at(planner))),
                    new Effect.OpenDialog(ID), new Effect.Focus("snippet-title"));
        }
    }

    /** Something else is wanted. */
    record Chosen(Snippet snippet) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(SnippetState.SLOT, state.get(SnippetState.SLOT).begun(snippet)));
        }
    }

    /** The text goes to the clipboard. */
    record Copied(String text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.Copy(text, new Noted("snippet.copied"), new Noted("snippet.copy-failed")));
        }
    }

    /** The clipboard took the text, or didn't. */
    record Noted(String key) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(SnippetState.SLOT, state.get(SnippetState.SLOT).noted(key)));
        }
    }

    /** The reader is done. */
    record Dismissed() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.CloseDialog(ID));
        }
    }

    /** The dialog closed, by a button or by the Escape key. */
    record Closed() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(SnippetState.SLOT, SnippetState.CLOSED), new Effect.Focus(OPENER));
        }
    }
}
