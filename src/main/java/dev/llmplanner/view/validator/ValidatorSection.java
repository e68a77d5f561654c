package dev.llmplanner.view.validator;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.own.FieldsAddress;
import dev.llmplanner.view.own.FieldsSection;
import java.util.Optional;

/** Will this configuration work? */
public final class ValidatorSection extends FieldsSection {
    private final Remembered rows = new Remembered();

    public ValidatorSection() {
        super(new FieldsAddress(ValidatorState.ENTRIES, ValidatorEntries.ALL, ValidatorEntries::choices));
    }

    @Override
    public Html page(Scene scene) {
        return new ValidatorPage(scene, rows).all();
    }

    @Override
    public String title(Scene scene) {
        return scene.say("validator.title");
    }

    @Override
    public Optional<Event> due(State state, Resources resources) {
        return ValidatorState.due(state, resources);
    }
}
