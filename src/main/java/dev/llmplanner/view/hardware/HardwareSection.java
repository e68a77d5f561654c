package dev.llmplanner.view.hardware;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accelerators, servers, fabrics: one table on each page. */
public final class HardwareSection implements Section {

    @Override
    public Html page(Scene scene) {
        return HardwarePage.of(scene);
    }

    @Override
    public String title(Scene scene) {
        return scene.say("hardware-nav." + scene.state().route().place().code());
    }

    @Override
    public Map<String, String> link(State state) {
        return Tables.link(List.of(HardwarePage.table(state.route().place())), state);
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return Tables.opened(List.of(HardwarePage.table(state.route().place())), texts, state);
    }

    @Override
    public Optional<Event> keyPressed(State state, String key) {
        return key.equals("/") ? Optional.of(new Event.Wanted("search")) : Optional.empty();
    }
}
