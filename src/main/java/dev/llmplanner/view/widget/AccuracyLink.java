package dev.llmplanner.view.widget;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;

/** Beside figures with bands: the way to the page that says how close estimates come to measurements. */
public final class AccuracyLink {

    private AccuracyLink() {}

    /** A line with the link. */
    public static Html of(Scene scene) {
        return el("p", "help accuracy-link").key("accuracy-link")
                .add(el("a").attr("href", Route.of(Route.Place.ACCURACY).href()).text(scene.say("evidence.accuracy")));
    }
}
