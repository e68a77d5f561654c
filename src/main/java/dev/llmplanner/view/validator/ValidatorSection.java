package dev.llmplanner.view.validator;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.own.FieldsAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Will this configuration work? */
public final class ValidatorSection implements Section {
    private static final FieldsAddress FIELDS =
            new FieldsAddress(ValidatorState.ENTRIES, ValidatorEntries.ALL, ValidatorEntries::choices);

    private final Remembered rows = new Remembered();

    @Override
    public Html page(Scene scene) {
        return new ValidatorPage(scene, rows).all();
    }

    @Override
    public String title(Scene scene) {
        return scene.say("validator.title");
    }

    @Override
    public Map<String, String> link(State state) {
        return FIELDS.link(state);
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return FIELDS.opened(texts, state, resources, ignored);
    }

    @Override
    public Optional<Event> due(State state, Resources resources) {
        return ValidatorState.due(state, resources);
    }

    @Override
    public Optional<Event> keyPressed(State state, String key) {
        return key.equals("/") ? Optional.of(new Event.Wanted("entry-q")) : Optional.empty();
    }
}
