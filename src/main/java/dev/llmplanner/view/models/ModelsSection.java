package dev.llmplanner.view.models;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.node.Html;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Models. */
public final class ModelsSection implements Section {
    private final ModelRows rows = new ModelRows();
    private final Remembered heads = new Remembered();

    /** The rows that are remembered, which the comparison reads too. */
    ModelRows rows() {
        return rows;
    }

    @Override
    public Html page(Scene scene) {
        return ModelsPage.of(scene, rows, heads);
    }

    @Override
    public String title(Scene scene) {
        return scene.say("nav.models");
    }

    @Override
    public Map<String, String> link(State state) {
        return ModelsLink.write(state.get(ModelsState.SLOT));
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return ModelsLink.open(texts, state, resources, ignored);
    }

    @Override
    public Optional<Event> due(State state, Resources resources) {
        return Screened.due(state, resources);
    }

    @Override
    public Optional<Event> keyPressed(State state, String key) {
        return switch (key) {
            case "/" -> Optional.of(new Event.Wanted("search"));
            case "j" -> Optional.of(new ModelsEvent.RowStepped(rows, 1));
            case "k" -> Optional.of(new ModelsEvent.RowStepped(rows, -1));
            case "c" -> Optional.of(new ModelsEvent.ActiveCompared());
            default -> Optional.empty();
        };
    }
}
