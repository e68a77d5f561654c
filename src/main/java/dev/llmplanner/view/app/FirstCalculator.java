package dev.llmplanner.view.app;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.calculator.CalculatorPage;
import dev.llmplanner.view.calculator.CalculatorSection;
import dev.llmplanner.view.node.Html;
import java.util.List;
import java.util.Map;

/** The Calculator of the first load. A scenario with records of one's own, or to embed, is the workbench's. */
final class FirstCalculator implements Section {
    private final Section calculator = new CalculatorSection(Elsewhere::awaited);
    private final Section elsewhere;

    FirstCalculator(Section elsewhere) {
        this.elsewhere = elsewhere;
    }

    private Section section(State state) {
        return Elsewhere.isAwaited(state) ? elsewhere : calculator;
    }

    @Override
    public Html page(Scene scene) {
        return section(scene.state()).page(scene);
    }

    @Override
    public String title(Scene scene) {
        return calculator.title(scene);
    }

    @Override
    public Map<String, String> link(State state) {
        return section(state).link(state);
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        if (texts.containsKey(CalculatorPage.EMBED)) {
            return elsewhere.opened(texts, state, resources, ignored);
        }
        for (String text : texts.values()) {
            if (text.startsWith(Catalog.OWN)) {
                return elsewhere.opened(texts, state, resources, ignored);
            }
        }
        return calculator.opened(texts, Elsewhere.notAwaited(state), resources, ignored);
    }
}
