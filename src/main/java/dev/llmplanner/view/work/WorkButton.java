package dev.llmplanner.view.work;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;

/** The small button beside a figure that opens its formula. */
public final class WorkButton {

    private WorkButton() {}

    /**
     * A button for that figure.
     *
     * @param path  of the figure in a result, as {@code latency.tpotSeconds.mid}
     * @param label the figure's name as it stands beside the button
     */
    public static Html of(Scene scene, String path, String label) {
        return el("button", "work-button").key("work").attr("type", "button")
                .aria("label", scene.say("work.open", Arguments.of("figure", label)))
                .attr("title", scene.say("work.open", Arguments.of("figure", label)))
                .text(scene.say("work.sign"))
                .on("click", e -> new Event.WorkWanted(path));
    }
}
