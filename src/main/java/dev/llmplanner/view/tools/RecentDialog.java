package dev.llmplanner.view.tools;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Address;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.Stored;
import dev.llmplanner.view.calculator.Options;
import dev.llmplanner.view.history.Dialogs;
import dev.llmplanner.view.history.Recent;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.scenario.ScenarioLink;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Map;

/** The scenarios that were worked on last, each one click away. */
public final class RecentDialog {
    private static final String CLEAR = "recent-clear";

    private RecentDialog() {}

    /** None is to be remembered any longer. */
    record Cleared() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(Recent.cleared(state), new Effect.Focus(Dialogs.RECENT + "-title"));
        }
    }

    /** The dialog; empty while it is closed. */
    public static Html of(Scene scene) {
        Html dialog = ToolDialog.of(scene, Dialogs.RECENT);
        if (!ToolDialog.isOpen(scene, Dialogs.RECENT)) {
            return dialog;
        }
        List<Scenario> scenarios = Recent.of(scene.state());
        if (scenarios.isEmpty()) {
            dialog.add(el("p", "empty-state")
                    .text(scene.say(scene.state().get(Stored.REFUSED) ? "recent.refused" : "recent.none")));
        } else {
            Html list = el("ul", "recent");
            for (Scenario scenario : scenarios) {
                list.add(el("li").key(scenario.toString()).add(entry(scenario, scene)));
            }
            dialog.add(list).add(el("button").key(CLEAR).id(CLEAR).attr("type", "button").text(scene.say("recent.clear"))
                    .on("click", e -> new Cleared()));
        }
        return dialog.add(ToolDialog.close(scene, Dialogs.RECENT));
    }

    private static Html entry(Scenario scenario, Scene scene) {
        boolean server = scenario.has(Field.HARDWARE, Choices.BY_SERVER);
        Field hardware = server ? Field.SERVER : Field.ACCELERATOR;
        return el("a").attr("href", "#" + Address.of(scene.state(), scenario))
                .on("click", e -> new Dialogs.Dismissed(Dialogs.RECENT))
                .text(scene.say("recent.entry", Arguments
                        .of("model", Options.label(Field.MODEL, scenario.text(Field.MODEL), scene))
                        .and("hardware", Options.label(hardware, scenario.text(hardware), scene))))
                .add(el("span", "detail").text(details(scenario, scene)));
    }

    /** What else differs from the defaults. */
    private static String details(Scenario scenario, Scene scene) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, String> text : ScenarioLink.write(scenario).entrySet()) {
            Field field = Field.ofKey(text.getKey()).orElseThrow();
            boolean named = field == Field.MODEL || field == Field.ACCELERATOR || field == Field.SERVER || field == Field.HARDWARE;
            if (!named && scenario.shows(field)) {
                String choice = "choice." + field.key() + "." + text.getValue();
                out.append(out.length() == 0 ? "" : scene.say("list.separator"))
                        .append(scene.say("recent.detail", Arguments.of("field", scene.say("field." + field.key() + ".label"))
                                .and("value", scene.words().knows(choice) ? scene.say(choice)
                                        : Options.label(field, text.getValue(), scene))));
            }
        }
        return out.toString();
    }
}
