package dev.llmplanner.view.models;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A few models side by side. */
public final class CompareSection implements Section {
    private final ModelsSection models;

    /** The comparison of what was chosen there. */
    public CompareSection(ModelsSection models) {
        this.models = models;
    }

    @Override
    public Html page(Scene scene) {
        return new ComparePage(scene, models.rows().facts(Compared.in(scene.state()), scene)).page();
    }

    @Override
    public String title(Scene scene) {
        return scene.say("compare.title");
    }

    @Override
    public Map<String, String> link(State state) {
        return Compared.link(state);
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return Compared.open(texts, state, resources, ignored);
    }

    @Override
    public Optional<Event> due(State state, Resources resources) {
        return Screened.due(state, resources);
    }
}
