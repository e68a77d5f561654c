package dev.llmplanner.view.model;

import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.record.RecordPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of one model. */
public final class ModelSection implements Section {

    @Override
    public Html page(Scene scene) {
        return ModelPage.of(scene);
    }

    @Override
    public String title(Scene scene) {
        return RecordPage.name(scene);
    }

    @Override
    public Map<String, String> link(State state) {
        return ModelState.question(state).link();
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return ModelState.with(Question.read(
                texts, resources.planner().catalog().model(state.route().id()), resources.planner().catalog(), ignored),
                state);
    }

    @Override
    public List<DataFile> files(State state) {
        return List.of(DataFile.DETAILS);
    }

    @Override
    public Optional<Event> due(State state, Resources resources) {
        return ModelState.due(state, resources);
    }
}
