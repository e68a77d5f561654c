package dev.llmplanner.view;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.catalog.Vendor;
import dev.llmplanner.view.figure.Figures;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.text.Words;
import java.util.List;

/** What a page is drawn from: the state, and what never changes. */
public final class Scene {
    private final State state;
    private final Resources resources;
    private final Words words;
    private final Figures figures;

    public Scene(State state, Resources resources) {
        this.state = state;
        this.resources = resources;
        this.words = state.speech();
        this.figures = new Figures(words);
    }

    public State state() {
        return state;
    }

    public Resources resources() {
        return resources;
    }

    public Catalog catalog() {
        return resources.planner().catalog();
    }

    /** Every model that the reader may choose. */
    public List<ModelEntry> models() {
        return catalog().models();
    }

    public Words words() {
        return words;
    }

    public Figures figures() {
        return figures;
    }

    /** The message of that key. */
    public String say(String key) {
        return words.say(key);
    }

    /** The message of that key with these arguments. */
    public String say(String key, Arguments arguments) {
        return words.say(key, arguments);
    }

    /** The message of that key, or else of the other one. */
    public String sayOr(String key, String otherwise) {
        return words.say(words.knows(key) ? key : otherwise);
    }

    /** The vendor's name in the reader's language. */
    public String vendor(String id) {
        Vendor vendor = catalog().vendor(id);
        return vendor.name(words.language());
    }
}
