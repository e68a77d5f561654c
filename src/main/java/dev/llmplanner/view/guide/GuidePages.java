package dev.llmplanner.view.guide;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.node.NodeJson;
import dev.llmplanner.view.text.Arguments;
import java.util.Map;
import java.util.Optional;

/** The list of guides, and the page of one. */
public final class GuidePages {

    private GuidePages() {}

    /** All guides in the reader's language. */
    public static Html list(Scene scene) {
        Html page = el("div", "guides")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("guides.title")))
                .add(el("p", "lead").text(scene.say("guides.lead")));
        Map<String, Json> guides = guides(scene);
        if (guides.isEmpty()) {
            return page.add(status(scene));
        }
        Html list = el("ul", "guide-list");
        guides.forEach((slug, guide) -> list.add(el("li").key(slug).add(el("a")
                .attr("href", new Route(Route.Place.GUIDE, slug).href())
                .text(title((JsonObject) guide)))));
        return page.add(list);
    }

    /** One guide. */
    public static Html page(Scene scene) {
        Optional<JsonObject> guide = guide(scene);
        Html page = el("article", "guide").add(el("p", "back").add(el("a")
                .attr("href", Route.of(Route.Place.GUIDES).href())
                .text(scene.say("record.back.guides"))));
        if (guide.isEmpty()) {
            return page.add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("guides.title")))
                    .add(status(scene));
        }
        page.add(el("h1").id("heading").attr("tabindex", -1).text(title(guide.get())));
        if (guide.get().get("body").orElse(null) instanceof JsonArray body) {
            page.add(NodeJson.nodes(body));
        }
        return page;
    }

    /** The title of the guide that the route names; its slug until it is loaded. */
    public static String name(Scene scene) {
        return guide(scene).map(GuidePages::title).orElse(scene.state().route().id());
    }

    private static Html status(Scene scene) {
        Lazy.Status status = DataFile.GUIDES.in(scene.state()).status();
        String id = scene.state().route().id();
        return switch (status) {
            case FAILED -> el("p", "error").text(scene.say("guides.failed"));
            case LOADED -> el("p").text(id.isEmpty()
                    ? scene.say("guides.none")
                    : scene.say("guides.absent", Arguments.of("id", id)));
            default -> el("p", "help").text(scene.say("guides.loading"));
        };
    }

    private static Optional<JsonObject> guide(Scene scene) {
        return guides(scene).get(scene.state().route().id()) instanceof JsonObject guide
                ? Optional.of(guide)
                : Optional.empty();
    }

    private static Map<String, Json> guides(Scene scene) {
        Json all = DataFile.GUIDES.in(scene.state()).data().orElse(null);
        return all instanceof JsonObject languages
                        && languages.get(scene.state().language()).orElse(null) instanceof JsonObject guides
                ? guides.members()
                : Map.of();
    }

    private static String title(JsonObject guide) {
        return guide.get("title").orElse(null) instanceof JsonString title ? title.value() : "";
    }
}
