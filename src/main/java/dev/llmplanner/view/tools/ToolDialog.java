package dev.llmplanner.view.tools;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.history.Dialogs;
import dev.llmplanner.view.node.Html;

/** What these dialogs have in common. */
final class ToolDialog {

    private ToolDialog() {}

    static boolean isOpen(Scene scene, String name) {
        return scene.state().get(Dialogs.OPEN).equals(name);
    }

    /** The dialog with its heading. */
    static Html of(Scene scene, String name) {
        String title = name + "-title";
        Html dialog = el("dialog", "work").id(name).key(name).aria("labelledby", title).on("close", e -> new Dialogs.Closed());
        return dialog.add(el("h2").id(title).attr("tabindex", -1).text(scene.say("tools." + name)));
    }

    static Html close(Scene scene, String name) {
        return el("p", "work-actions").add(el("button").attr("type", "button").text(scene.say("work.close"))
                .on("click", e -> new Dialogs.Dismissed(name)));
    }
}
