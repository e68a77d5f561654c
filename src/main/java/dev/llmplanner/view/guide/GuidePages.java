package dev.llmplanner.view.guide;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Placeholder;
import java.util.List;
import java.util.Optional;

/** The list of guides, and the page of one. */
final class GuidePages {
    private final Answers answers = new Answers();

    /** All guides in the reader's language, by whom they are for. */
    Html list(Scene scene) {
        Html page = el("div", "guides")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("guides.title")))
                .add(el("p", "lead").text(scene.say("guides.lead")));
        GuideBook book = GuideBook.of(scene.state());
        if (book.isEmpty()) {
            return page.add(status(scene));
        }
        book.byPersona().forEach((persona, guides) -> page.add(group(scene, persona, guides)));
        return page;
    }

    private static Html group(Scene scene, GuideText.Persona persona, List<GuideText> guides) {
        String id = "guides-" + persona.code();
        return el("section", "guide-group").key(persona.code()).aria("labelledby", id)
                .add(el("h2").id(id).text(scene.say("guide-persona." + persona.code())))
                .add(el("p", "help").text(scene.say("guide-persona-help." + persona.code())))
                .add(el("ul", "guide-list").each(guides, guide -> el("li").key(guide.slug())
                        .add(el("a").attr("href", href(guide)).text(guide.title()))
                        .add(el("p", "muted").text(guide.summary()))));
    }

    /** One guide. */
    Html page(Scene scene) {
        GuideBook book = GuideBook.of(scene.state());
        Optional<GuideText> found = book.guide(scene.state().route().id());
        Html back = el("p", "back").add(el("a")
                .attr("href", Route.of(Route.Place.GUIDES).href())
                .text(scene.say("record.back.guides")));
        if (found.isEmpty()) {
            return el("article", "guide").add(back)
                    .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("guides.title")))
                    .add(status(scene));
        }
        GuideText guide = found.get();
        GuideBody body = new GuideBody(scene, book.figures(guide.slug()), answers);
        Html text = el("div", "guide-text");
        body.of(guide.body()).forEach(text::add);
        return el("article", "guide").add(back)
                .add(el("p", "guide-persona").text(scene.say("guide-persona." + guide.persona().code())))
                .add(el("h1").id("heading").attr("tabindex", -1).text(guide.title()))
                .add(el("p", "lead").text(guide.summary()))
                .add(el("div", "guide-columns").add(contents(scene, guide, body)).add(text))
                .add(onward(scene, book, guide));
    }

    private static Html contents(Scene scene, GuideText guide, GuideBody body) {
        return el("nav", "guide-contents").aria("label", scene.say("guide.contents"))
                .add(el("p", "label").text(scene.say("guide.contents")))
                .add(el("ol").each(guide.contents(), heading -> el("li").key(heading.id())
                        .add(body.within(heading.id()).text(heading.text()))))
                .add(el("button").attr("type", "button").text(scene.say("guide.print"))
                        .on("click", e -> new Printed()));
    }

    private static Html onward(Scene scene, GuideBook book, GuideText guide) {
        Html links = el("nav", "guide-onward").aria("label", scene.say("guide.onward"));
        book.after(guide, -1).ifPresent(previous -> links.add(neighbour(scene, "guide.previous", previous).cls("previous")));
        book.after(guide, 1).ifPresent(next -> links.add(neighbour(scene, "guide.next", next).cls("next")));
        return links;
    }

    private static Html neighbour(Scene scene, String key, GuideText guide) {
        return el("a").key(key).attr("href", href(guide))
                .add(el("span", "detail").text(scene.say(key)))
                .text(guide.title());
    }

    private static String href(GuideText guide) {
        return new Route(Route.Place.GUIDE, guide.slug()).href();
    }

    /** The title of the guide that the route names; its slug until it is loaded. */
    String name(Scene scene) {
        String slug = scene.state().route().id();
        return GuideBook.of(scene.state()).guide(slug).map(GuideText::title).orElse(slug);
    }

    private static Html status(Scene scene) {
        Lazy.Status status = DataFile.GUIDES.in(scene.state()).status();
        String id = scene.state().route().id();
        return switch (status) {
            case FAILED -> Placeholder.failed(scene.say("guides.failed"));
            case LOADED -> Placeholder.empty(id.isEmpty()
                    ? scene.say("guides.none")
                    : scene.say("guides.absent", Arguments.of("id", id)));
            default -> Placeholder.loading(scene.say("guides.loading"));
        };
    }

    /** The guide is wanted on paper. */
    record Printed() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.Print());
        }
    }
}
