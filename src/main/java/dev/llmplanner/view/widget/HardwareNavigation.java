package dev.llmplanner.view.widget;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Route;
import dev.llmplanner.view.Route.Place;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import java.util.List;

/**
 * The pages of the Hardware section, each with an address of its own. It stands under the heading of each of them. A new
 * page adds its place here, and its name as {@code hardware-nav.<place>}.
 */
public final class HardwareNavigation {
    private static final List<Place> PAGES =
            List.of(Place.HARDWARE, Place.SERVERS, Place.FABRICS, Place.VALIDATOR, Place.MATRIX, Place.XRAY,
                    Place.OWN_HARDWARE, Place.MEASUREMENTS);

    private HardwareNavigation() {}

    /** The links, with the present page marked; on a record's page none is. */
    public static Html of(Scene scene) {
        Html list = el("ul");
        for (Place page : PAGES) {
            Html link = el("a").attr("href", Route.of(page).href()).text(scene.say("hardware-nav." + page.code()));
            boolean current = scene.state().route().place() == page;
            list.add(el("li").key(page.code()).add(current ? link.aria("current", "page") : link));
        }
        return el("nav", "tabs").aria("label", scene.say("hardware-nav.label")).add(list);
    }
}
