package dev.llmplanner.view.tools;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.history.Dialogs;
import dev.llmplanner.view.history.History;
import dev.llmplanner.view.history.HistoryEvent;
import dev.llmplanner.view.node.Html;

/** The buttons in the top bar: what was entered before, and the keys. */
public final class Tools {

    private Tools() {}

    /** All of them. */
    public static Html of(Scene scene) {
        History history = History.of(scene.state());
        return el("div", "tools").attr("role", "group").aria("label", scene.say("tools.label"))
                .add(sign(scene, "undo", !history.past().isEmpty(), new HistoryEvent.Undo()))
                .add(sign(scene, "redo", !history.future().isEmpty(), new HistoryEvent.Redo()))
                .add(tool("reset", new HistoryEvent.Reset()).text(scene.say("tools.reset")))
                .add(tool(Dialogs.RECENT, new Dialogs.Wanted(Dialogs.RECENT)).text(scene.say("tools.recent")))
                .add(sign(scene, Dialogs.HELP, true, new Dialogs.Wanted(Dialogs.HELP)));
    }

    /** A button that a sign stands for. One that can do nothing now stays where the focus can be. */
    private static Html sign(Scene scene, String name, boolean can, Event event) {
        String label = scene.say("tools." + name);
        return tool(name, event).cls("sign").aria("label", label).attr("title", label).aria("disabled", !can);
    }

    private static Html tool(String name, Event event) {
        return el("button", "tool").key(name).id("tool-" + name).attr("type", "button").on("click", e -> event);
    }
}
