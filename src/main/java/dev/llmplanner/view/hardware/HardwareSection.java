package dev.llmplanner.view.hardware;

import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.matrix.MatrixSection;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accelerators, servers, fabrics: one table on each page. */
public final class HardwareSection implements Section {
    private final HardwareRows rows = new HardwareRows();

    @Override
    public Html page(Scene scene) {
        return HardwarePage.of(scene, rows);
    }

    @Override
    public String title(Scene scene) {
        return scene.say("hardware-nav." + scene.state().route().place().code());
    }

    @Override
    public Map<String, String> link(State state) {
        String table = HardwarePage.table(state.route().place());
        Map<String, String> texts = new LinkedHashMap<>(Tables.link(List.of(table), state));
        texts.putAll(HardwareFilters.link(table, HardwarePage.facets(state.route().place()), state));
        return texts;
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        Route.Place place = state.route().place();
        String table = HardwarePage.table(place);
        return HardwareFilters.opened(table, HardwarePage.facets(place), texts,
                Tables.opened(List.of(table), texts, state));
    }

    @Override
    public List<DataFile> files(State state) {
        return List.of(DataFile.DETAILS);
    }

    @Override
    public Optional<Event> due(State state, Resources resources) {
        return Optional.of(MatrixSection.ahead());
    }

    @Override
    public Optional<Event> keyPressed(State state, String key) {
        return key.equals("/") ? Optional.of(new Event.Wanted("search")) : Optional.empty();
    }
}
