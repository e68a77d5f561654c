package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.Stored;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three steps for who is here for the first time. Once read they are gone for good, where the browser remembers. */
final class FirstVisit {
    private static final String READ = "steps-read";

    private FirstVisit() {}

    /** The steps have been read. */
    record StepsRead() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Map<String, String> stored = new LinkedHashMap<>(state.get(Stored.TEXTS));
            stored.put(READ, "1");
            return Step.to(state.with(Stored.TEXTS, stored), new Effect.Focus("heading"));
        }
    }

    /** The steps; nothing for who has read them. */
    static List<Html> of(Scene scene) {
        if (scene.state().get(Stored.TEXTS).containsKey(READ)) {
            return List.of();
        }
        Html steps = el("ol");
        for (String step : new String[] {"steps.choose", "steps.load", "steps.read"}) {
            steps.add(el("li").text(scene.say(step)));
        }
        return List.of(el("section", "steps").key("steps").aria("label", scene.say("steps.label")).add(steps)
                .add(el("button").attr("type", "button").text(scene.say("steps.done")).on("click", e -> new StepsRead())));
    }
}
