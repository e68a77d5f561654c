package dev.llmplanner.view.tools;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.history.Dialogs;
import dev.llmplanner.view.node.Html;

/** All keys that mean something. */
public final class HelpDialog {

    private HelpDialog() {}

    /** The dialog; empty while it is closed. */
    public static Html of(Scene scene) {
        Html dialog = ToolDialog.of(scene, Dialogs.HELP);
        if (!ToolDialog.isOpen(scene, Dialogs.HELP)) {
            return dialog;
        }
        Html rows = el("tbody");
        for (Shortcut shortcut : Shortcut.values()) {
            Html keys = el("td");
            for (String key : shortcut.keys()) {
                keys.add(el("kbd").text(name(scene, key))).text(" ");
            }
            rows.add(el("tr").key(shortcut.code())
                    .add(el("th").attr("scope", "row").text(scene.say("shortcut." + shortcut.code())))
                    .add(keys));
        }
        return dialog.add(el("table", "shortcuts").add(rows))
                .add(el("p", "help").text(scene.say("shortcut.note")))
                .add(ToolDialog.close(scene, Dialogs.HELP));
    }

    /** Letters as they stand on the keyboard, the others by their names. */
    private static String name(Scene scene, String key) {
        String last = key.substring(key.lastIndexOf('+') + 1);
        String word = "key." + last;
        String shown = scene.words().knows(word) ? scene.say(word) : last.toUpperCase();
        return key.substring(0, key.length() - last.length()) + shown;
    }
}
