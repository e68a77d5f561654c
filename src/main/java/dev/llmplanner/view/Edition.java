package dev.llmplanner.view;

import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.program.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages that one script holds. The first load holds the Calculator alone; the workbench holds everything, and takes
 * over where the first leaves off.
 */
public interface Edition {

    /** The section that shows that place. */
    Section section(Route.Place place);

    /** What takes over in that state; empty where this edition can show it. */
    Optional<Effect> successor(State state);

    /** The first state with what this edition takes from {@link Stored}, before the address is opened. */
    default State begun(State state, Resources resources) {
        return state;
    }

    /** What stands between the top bar and the page. */
    default List<Html> above(Scene scene) {
        return List.of();
    }

    /** Dialogs that every page has. */
    default List<Html> dialogs(Scene scene) {
        return List.of();
    }

    /** The state after an event, with what was changed noted where this edition does so. */
    default State noted(State before, State after, Event event) {
        return after;
    }

    /** The event that a field's text made, with the name of the stroke that it belongs to. */
    default Event typed(Event event, String stroke) {
        return event;
    }

    /** What a key means on every page. */
    default Optional<Event> keyPressed(State state, String key) {
        return Optional.empty();
    }

    /** Buttons in the top bar. */
    default List<Html> tools(Scene scene) {
        return List.of();
    }

    /** What is noted, for the program that takes over. */
    default Map<String, String> kept(State state) {
        return Map.of();
    }

    /** The state with what the program before kept; takes it out of the texts. */
    default State restored(Map<String, String> texts, State state) {
        return state;
    }

    /** The state after inputs were taken back, with what follows from them. */
    default State undone(State state, Resources given) {
        return state;
    }

    /** What a million output tokens of the scenario cost; blank where this edition can't tell. */
    default String cost(Scene scene) {
        return "";
    }

    /** The data that every page needs besides its own. */
    default List<DataFile> files(State state) {
        return List.of();
    }

    /** The script of dist that holds the messages of that language. */
    String messagesFile(String language);

    /** The global that this script sets. */
    String messagesGlobal(String language);
}
