package dev.llmplanner.view.widget;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Address;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Route.Place;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Content;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.program.Screen.Theme;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** What stands around every page: the top bar, notices, the footer. */
public final class Frame {
    private static final List<Place> SECTIONS =
            List.of(Place.MODELS, Place.CALCULATOR, Place.PLAN, Place.HARDWARE, Place.GUIDES);
    private static final List<Theme> THEMES = List.of(Theme.SYSTEM, Theme.LIGHT, Theme.DARK);

    private Frame() {}

    /** The whole page around its content, with what the edition puts above it. */
    public static Node around(Scene scene, Content content) {
        return el("div", "page")
                .add(bar(scene))
                .add(scene.resources().edition().above(scene))
                .add(notices(scene))
                .add(el("main").id("main").add(content))
                .add(footer(scene))
                .add(scene.resources().edition().dialogs(scene))
                .node();
    }

    private static Html bar(Scene scene) {
        return el("header", "bar")
                .add(el("a", "brand").attr("href", "#" + Address.of(scene.state(), scene.state().scenario()))
                        .text(scene.say("app.title")))
                .add(el("nav").aria("label", scene.say("nav.label")).add(sections(scene)))
                .add(el("div", "settings").add(scene.resources().edition().tools(scene)).add(languages(scene)).add(themes(scene)));
    }

    private static Html sections(Scene scene) {
        Html list = el("ul");
        for (Place section : SECTIONS) {
            Html link = el("a").attr("href", href(scene, section)).text(scene.say("nav." + section.code()));
            boolean current = scene.state().route().place().section() == section;
            list.add(el("li").key(section.code()).add(current ? link.aria("current", "page") : link));
        }
        return list;
    }

    private static String href(Scene scene, Place section) {
        return section == Place.CALCULATOR
                ? "#" + Address.of(scene.state(), scene.state().scenario())
                : Route.of(section).href();
    }

    private static Html languages(Scene scene) {
        Html select = el("select").id("language").on("change", e -> new Event.LanguageChosen(e.value()));
        for (String language : Resources.LANGUAGES) {
            select.add(el("option").key(language)
                    .attr("value", language)
                    .attr("lang", language)
                    .flag("selected", language.equals(scene.state().language()))
                    .text(scene.say("language." + language)));
        }
        return el("label", "setting").add(el("span").text(scene.say("setting.language"))).add(select);
    }

    private static Html themes(Scene scene) {
        Html select = el("select").id("theme").on("change", e -> new Event.ThemeChosen(theme(e.value())));
        for (Theme theme : THEMES) {
            select.add(el("option").key(code(theme))
                    .attr("value", code(theme))
                    .flag("selected", theme == scene.state().theme())
                    .text(scene.say("theme." + code(theme))));
        }
        return el("label", "setting").add(el("span").text(scene.say("setting.theme"))).add(select);
    }

    /** The name of a theme in messages and in what is stored. */
    public static String code(Theme theme) {
        return switch (theme) {
            case SYSTEM -> "system";
            case LIGHT -> "light";
            case DARK -> "dark";
        };
    }

    /** The theme of that name; the system's for any other. */
    public static Theme theme(String code) {
        return code.equals("light") ? Theme.LIGHT : code.equals("dark") ? Theme.DARK : Theme.SYSTEM;
    }

    private static Html notices(Scene scene) {
        Html region = el("div", "notices").attr("role", "status");
        List<String> ignored = scene.state().ignored();
        if (!ignored.isEmpty()) {
            Html list = el("ul");
            for (String piece : ignored) {
                list.add(el("li").add(el("code").text(piece)));
            }
            region.add(el("div", "notice").id("link-notice")
                    .add(el("p").text(scene.say("link.ignored", Arguments.of("count", ignored.size()))))
                    .add(list)
                    .add(el("button").attr("type", "button").text(scene.say("link.ignored.dismiss"))
                            .on("click", e -> new Event.NoticeRead())));
        }
        String message = scene.state().message();
        return message.isEmpty() ? region : region.add(el("p", "toast").text(scene.say(message)));
    }

    private static Html footer(Scene scene) {
        return el("footer", "foot")
                .add(el("p").text(scene.say("footer.local") + " ").add(
                        el("a", "verify-link").attr("href", "verify.html").text(scene.say("footer.verify"))))
                .add(el("p").text(scene.say("footer.catalog", Arguments.of("version", scene.catalog().version())
                        .and("date", scene.catalog().date().map(scene.words()::date).orElse(scene.say("figure.absent")))
                        .and("models", scene.catalog().models().size())
                        .and("accelerators", scene.catalog().accelerators().size())
                        .and("servers", scene.catalog().servers().size())
                        .and("fabrics", scene.catalog().fabrics().size()))));
    }
}
