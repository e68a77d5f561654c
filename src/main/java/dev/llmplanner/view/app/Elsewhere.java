package dev.llmplanner.view.app;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.history.Dialogs;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.program.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands where the first load has no page, until the workbench takes over. */
final class Elsewhere implements Section {
    private static final Slot<Boolean> FAILED = new Slot<>("workbench-failed", false);
    private static final Slot<Map<String, String>> TEXTS = new Slot<>("workbench-texts", Map.of());

    /** The workbench can't be had: the page says so and stays. */
    record WorkbenchFailed() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            State failed = state.with(FAILED, true);
            return Step.to(state.get(Dialogs.OPEN).isEmpty() ? failed
                    : failed.with(Dialogs.OPEN, "").withMessage("nav.workbench-failed"));
        }
    }

    /** Whether the workbench is needed for the present address, be it the Calculator's. */
    static boolean isAwaited(State state) {
        return !state.get(TEXTS).isEmpty();
    }

    /** The state with an address that this edition shows. */
    static State notAwaited(State state) {
        return state.with(TEXTS, TEXTS.initial());
    }

    @Override
    public Html page(Scene scene) {
        return el("div", "wide").key("elsewhere")
                .add(el("h1").id("heading").attr("tabindex", -1).text(title(scene)))
                .add(awaited(scene));
    }

    /** The room of the workbench's answer, so that nothing moves when it comes. */
    static List<Html> answer(State state) {
        Route.Place place = state.route().place();
        return place == Route.Place.CALCULATOR || place == Route.Place.PLAN ? List.of() : List.of(el("div", "answer-room"));
    }

    /** Says that the workbench is being read, or can't be. */
    static Html awaited(Scene scene) {
        boolean failed = scene.state().get(FAILED);
        return el("p", "empty-state").cls(failed ? "error" : "loading").attr("role", "status")
                .text(scene.say(failed ? "nav.workbench-failed" : "nav.workbench-loading"));
    }

    @Override
    public String title(Scene scene) {
        return scene.say("nav." + scene.state().route().place().section().code());
    }

    /** The workbench reads the address again: nothing of it may be lost here. */
    @Override
    public Map<String, String> link(State state) {
        return state.get(TEXTS);
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        Map<String, String> kept = new LinkedHashMap<>(texts);
        texts.clear();
        return state.with(FAILED, false).with(TEXTS, kept);
    }
}
