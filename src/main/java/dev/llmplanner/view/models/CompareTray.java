package dev.llmplanner.view.models;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** What is compared so far, at the foot of a page, with the way to the comparison. */
public final class CompareTray {

    private CompareTray() {}

    /** The tray; without any model, an empty element. */
    public static Html of(Scene scene) {
        List<String> ids = Compared.in(scene.state());
        Html tray = el("section", "tray").cls("is-empty", ids.isEmpty()).aria("label", scene.say("compare.tray"));
        if (ids.isEmpty()) {
            return tray;
        }
        Html list = el("ul");
        for (String id : ids) {
            String name = name(id, scene);
            list.add(el("li").key(id).add(el("button", "chip-button").attr("type", "button")
                    .aria("label", scene.say("compare.remove-named", Arguments.of("name", name)))
                    .text(name).add(el("span", "icon").aria("hidden", true).text("\u2715"))
                    .on("click", e -> new Compared.Removed(id, "heading"))));
        }
        return tray.add(el("span", "label").text(scene.say("compare.count",
                        Arguments.of("count", ids.size()).and("most", Compared.MOST))))
                .add(list)
                .add(el("a", "go").attr("href", Compared.href(scene.state())).text(scene.say("compare.open")))
                .add(el("button").attr("type", "button").text(scene.say("compare.clear"))
                        .on("click", e -> new Compared.Cleared("heading")));
    }

    static String name(String id, Scene scene) {
        return scene.models().stream().filter(model -> model.id().equals(id)).map(ModelEntry::name)
                .findFirst().orElse(id);
    }
}
