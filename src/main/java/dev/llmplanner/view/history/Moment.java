package dev.llmplanner.view.history;

import dev.llmplanner.view.Route;
import dev.llmplanner.view.State;
import dev.llmplanner.view.scenario.Scenario;
import java.util.Map;

/**
 * What was entered at one time, and on which page.
 *
 * @param inputs of all sections, by the name of their slot
 */
record Moment(Route route, Scenario scenario, Map<String, Object> inputs) {

    static Moment of(State state) {
        return new Moment(state.route(), state.scenario(), state.inputs());
    }

    /** Whether the same is entered now, be it on another page. */
    boolean holds(State state) {
        return scenario.equals(state.scenario()) && same(inputs, state.inputs());
    }

    /** By instance first: an input may hold a catalog. */
    private static boolean same(Map<String, Object> some, Map<String, Object> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (Map.Entry<String, Object> entry : some.entrySet()) {
            Object other = others.get(entry.getKey());
            if (other != entry.getValue() && !entry.getValue().equals(other)) {
                return false;
            }
        }
        return true;
    }

    /** The state with these inputs; its answers are still those of before. */
    State in(State state) {
        return state.withRoute(route).withInputs(inputs);
    }
}
