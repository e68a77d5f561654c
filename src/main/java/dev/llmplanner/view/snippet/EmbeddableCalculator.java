package dev.llmplanner.view.snippet;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.calculator.CalculatorPage;
import dev.llmplanner.view.node.Html;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Calculator with the dialog over it that gives its HTML to embed. The address opens it. */
public final class EmbeddableCalculator implements Section {
    private final Section calculator;

    public EmbeddableCalculator(Section calculator) {
        this.calculator = calculator;
    }

    @Override
    public Html page(Scene scene) {
        return el("div", "embeddable").add(calculator.page(scene)).add(new SnippetDialog(scene).all());
    }

    @Override
    public String title(Scene scene) {
        return calculator.title(scene);
    }

    @Override
    public Map<String, String> link(State state) {
        Map<String, String> texts = new LinkedHashMap<>(calculator.link(state));
        if (state.get(SnippetState.SLOT).wanted()) {
            texts.put(CalculatorPage.EMBED, "1");
        }
        return texts;
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        boolean wanted = texts.remove(CalculatorPage.EMBED) != null;
        SnippetState before = state.get(SnippetState.SLOT);
        return calculator.opened(texts, state.with(SnippetState.SLOT,
                wanted ? new SnippetState(true, before.snippet(), "") : SnippetState.CLOSED), resources, ignored);
    }

    @Override
    public List<DataFile> files(State state) {
        return calculator.files(state);
    }

    @Override
    public Optional<Event> due(State state, Resources resources) {
        SnippetState snippet = state.get(SnippetState.SLOT);
        return snippet.wanted() && snippet.snippet().isEmpty()
                ? Optional.of(new SnippetEvents.Due())
                : calculator.due(state, resources);
    }

    @Override
    public Optional<Event> keyPressed(State state, String key) {
        return calculator.keyPressed(state, key);
    }
}
