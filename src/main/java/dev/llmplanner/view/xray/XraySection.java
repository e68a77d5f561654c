package dev.llmplanner.view.xray;

import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import java.util.List;
import java.util.Map;

/** The X-ray of the Calculator's scenario: the same fields, the same address, the same answer. */
public final class XraySection implements Section {
    private final Section calculator;

    /**
     * @param calculator whose address and answer it shares
     */
    public XraySection(Section calculator) {
        this.calculator = calculator;
    }

    @Override
    public Html page(Scene scene) {
        return new XrayPage(scene).all();
    }

    @Override
    public String title(Scene scene) {
        return scene.say("xray.title");
    }

    @Override
    public Map<String, String> link(State state) {
        return calculator.link(state);
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return calculator.opened(texts, state, resources, ignored);
    }
}
