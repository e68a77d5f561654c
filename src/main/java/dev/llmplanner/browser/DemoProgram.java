package dev.llmplanner.browser;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.program.Program;
import dev.llmplanner.view.program.Screen;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.text.Words;
import java.util.Map;

/** Lists the catalog's models and filters them, to show the loop at work. */
final class DemoProgram implements Program<DemoProgram.State, DemoProgram.Event> {
    private final JsonObject models;
    private final Map<String, Words> words;

    DemoProgram(JsonObject catalog, Map<String, Words> words) {
        this.models = (JsonObject) catalog.get("models").orElseThrow();
        this.words = words;
    }

    @Override
    public Step<State> start(Start start) {
        return Step.to(new State(start.stored().getOrDefault("language", "en"), start.hash()));
    }

    @Override
    public Step<State> update(State state, Event event) {
        if (event instanceof Typed typed) {
            return Step.to(new State(state.language(), typed.text()));
        }
        return Step.to(new State(((Chosen) event).language(), state.filter()));
    }

    @Override
    public Screen view(State state) {
        Words say = words.get(state.language());
        Html list = el("ul");
        for (String id : models.members().keySet()) {
            if (id.contains(state.filter())) {
                list.add(el("li").key(id).text(id));
            }
        }
        Html body = el("main")
                .add(el("h1").text(say.say("app.title")))
                .add(el("button").id("language").attr("type", "button").text(state.language())
                        .on("click", e -> new Chosen(state.language().equals("en") ? "zh-CN" : "en")))
                .add(el("input").id("filter").aria("label", "filter").attr("value", state.filter())
                        .on("input", e -> new Typed(e.value())))
                .add(list);
        return new Screen(body.node(), say.say("app.title"), state.language(), Screen.Theme.SYSTEM, state.filter(),
                Map.of("language", state.language()));
    }

    @Override
    public Event hashChanged(String hash) {
        return new Typed(hash);
    }

    @Override
    public Event darkPreferred(boolean dark) {
        return new Typed("");
    }

    record State(String language, String filter) {
    }

    sealed interface Event {
    }

    record Typed(String text) implements Event {
    }

    record Chosen(String language) implements Event {
    }
}
