package dev.llmplanner.view.app;

import dev.llmplanner.view.Edition;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.history.History;
import dev.llmplanner.view.history.HistoryEvent;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.tools.Tools;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An edition that notes every change of an input, to take it back. */
abstract class NotingEdition implements Edition {

    @Override
    public State noted(State before, State after, Event event) {
        boolean entered = !(event instanceof HistoryEvent) && !(event instanceof Event.Nothing);
        return entered ? History.noted(before, after, HistoryEvent.stroke(event)) : after;
    }

    @Override
    public final Event typed(Event event, String stroke) {
        return new HistoryEvent.Typed(event, stroke);
    }

    @Override
    public final Optional<Event> keyPressed(State state, String key) {
        return HistoryEvent.of(state, key);
    }

    @Override
    public final List<Html> tools(Scene scene) {
        return List.of(Tools.of(scene));
    }

    @Override
    public final Map<String, String> kept(State state) {
        return History.kept(state);
    }

    @Override
    public final State restored(Map<String, String> texts, State state) {
        return History.restored(texts, state);
    }
}
