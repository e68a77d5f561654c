package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Loading;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;

/** The place of the nearest measurements under Speed. The first load has only the way to them. */
public final class EvidencePanel {
    /** Whether they are shown. */
    public static final Slot<Boolean> OPEN = new Slot<>("evidence-open", false);
    /** Their heading. */
    public static final String HEADING = "evidence-title";
    /** The text of a link that opens them. */
    static final String LINK = "evidence";

    private EvidencePanel() {}

    /** What stands below the heading once they are wanted. */
    public interface Content {
        Html of(Scene scene);
    }

    /** The reader wants to see them, or no longer. */
    record Toggled(boolean open) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return open
                    ? Loading.whatIsNeeded(state.with(OPEN, true), resources, new Effect.Focus(HEADING))
                    : Step.to(state.with(OPEN, false));
        }
    }

    static Html of(Scene scene, Content content) {
        boolean open = scene.state().get(OPEN);
        Html section = el("section", "evidence").aria("labelledby", HEADING)
                .add(el("h2").id(HEADING).attr("tabindex", -1).text(scene.say("evidence.title")))
                .add(el("p", "help").text(scene.say("evidence.lead")));
        if (open) {
            section.add(content.of(scene));
        }
        return section.add(el("p", "evidence-actions")
                .add(el("button").attr("type", "button").aria("expanded", open)
                        .text(scene.say(open ? "evidence.hide" : "evidence.show"))
                        .on("click", e -> new Toggled(!open)))
                .add(el("a").attr("href", Results.ACCURACY).text(scene.say("evidence.accuracy"))));
    }
}
