package dev.llmplanner.view.guide;

import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of guides, and each guide. */
public final class GuideSection implements Section {
    private final GuidePages pages = new GuidePages();

    @Override
    public Html page(Scene scene) {
        return isList(scene) ? pages.list(scene) : pages.page(scene);
    }

    @Override
    public String title(Scene scene) {
        return isList(scene) ? scene.say("nav.guides") : pages.name(scene);
    }

    @Override
    public List<DataFile> files(State state) {
        return state.route().place() == Route.Place.GUIDE
                ? List.of(DataFile.GUIDES, DataFile.DETAILS, DataFile.PRICES)
                : List.of(DataFile.GUIDES);
    }

    @Override
    public Map<String, String> link(State state) {
        return Edits.of(state).texts();
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return state.route().place() == Route.Place.GUIDE ? Edits.opened(texts, state, ignored) : state;
    }

    @Override
    public Optional<Event> due(State state, Resources resources) {
        return GuideSearches.due(state);
    }

    private static boolean isList(Scene scene) {
        return scene.state().route().place() == Route.Place.GUIDES;
    }
}
