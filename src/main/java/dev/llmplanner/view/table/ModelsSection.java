package dev.llmplanner.view.table;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Models. */
public final class ModelsSection implements Section {
    private static final List<String> TABLES = List.of("models");

    @Override
    public Html page(Scene scene) {
        return ModelsPage.of(scene);
    }

    @Override
    public String title(Scene scene) {
        return scene.say("nav.models");
    }

    @Override
    public Map<String, String> link(State state) {
        return Tables.link(TABLES, state);
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return Tables.opened(TABLES, texts, state);
    }

    @Override
    public Optional<Event> keyPressed(State state, String key) {
        return key.equals("/") ? Optional.of(new Event.Wanted("search")) : Optional.empty();
    }
}
