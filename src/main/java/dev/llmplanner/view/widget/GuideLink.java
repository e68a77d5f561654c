package dev.llmplanner.view.widget;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;

/** A link to the guide that explains a page. Its text is {@code guide-link.<slug>}; a test holds every slug to a guide. */
public final class GuideLink {

    private GuideLink() {}

    /** The link to that guide. */
    public static Html to(String slug, Scene scene) {
        return el("a", "guide-link").attr("href", new Route(Route.Place.GUIDE, slug).href())
                .text(scene.say("guide-link." + slug));
    }
}
