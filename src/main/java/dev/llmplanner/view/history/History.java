package dev.llmplanner.view.history;

import dev.llmplanner.view.Route;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.scenario.Query;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.scenario.ScenarioLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The inputs before and after the present ones. Going to another page is no step: the browser's Back is for that.
 *
 * @param past   oldest first
 * @param future next first
 * @param stroke the field that is being typed into; what follows in it belongs to the same step
 */
public record History(List<Moment> past, List<Moment> future, String stroke) {
    private static final int MOST = 50;
    private static final History NONE = new History(List.of(), List.of(), "");
    private static final Slot<History> SLOT = new Slot<>("history", NONE);
    private static final String PAST = "past";
    private static final String FUTURE = "future";
    private static final String BETWEEN = "\n";

    public static History of(State state) {
        return state.get(SLOT);
    }

    /**
     * The state with what an event changed noted.
     *
     * @param stroke of the event; blank for one that is a step of its own
     */
    public static State noted(State before, State after, String stroke) {
        Moment left = Moment.of(before);
        if (left.holds(after)) {
            return after;
        }
        History history = of(before);
        List<Moment> past = new ArrayList<>(history.past);
        boolean goesOn = !stroke.isEmpty() && stroke.equals(history.stroke) && !past.isEmpty();
        if (!goesOn) {
            past.add(left);
        }
        int last = past.size() - 1;
        if (goesOn && past.get(last).holds(after)) {
            past.remove(last);
        }
        return after.with(SLOT, new History(past.subList(Math.max(0, past.size() - MOST), past.size()), List.of(), stroke));
    }

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /** The state a step back, its scenario not answered yet. */
    static Step back(State state) {
        History history = of(state);
        int last = history.past.size() - 1;
        List<Moment> future = new ArrayList<>(history.future);
        future.add(0, Moment.of(state));
        return new Step(history.past.get(last), new History(history.past.subList(0, last), future, ""));
    }

    /** The state a step forward. */
    static Step forward(State state) {
        History history = of(state);
        List<Moment> past = new ArrayList<>(history.past);
        past.add(Moment.of(state));
        return new Step(history.future.get(0), new History(past, history.future.subList(1, history.future.size()), ""));
    }

    /** Where a step leads. */
    record Step(Moment to, History left) {

        State in(State state) {
            return to.in(state).with(SLOT, left);
        }
    }

    /** What a program that takes over is to know: the scenarios, which are all that can be entered before. */
    public static Map<String, String> kept(State state) {
        Map<String, String> texts = new LinkedHashMap<>();
        History history = of(state);
        if (!history.past.isEmpty()) {
            texts.put(PAST, links(history.past));
        }
        if (!history.future.isEmpty()) {
            texts.put(FUTURE, links(history.future));
        }
        return texts;
    }

    /** The state with what the program before kept; takes it out of the texts. */
    public static State restored(Map<String, String> texts, State state) {
        return state.with(SLOT, new History(moments(texts.remove(PAST)), moments(texts.remove(FUTURE)), ""));
    }

    private static String links(List<Moment> moments) {
        StringBuilder links = new StringBuilder();
        for (Moment moment : moments) {
            links.append(new Query(ScenarioLink.write(moment.scenario()), List.of()).write()).append(BETWEEN);
        }
        return links.toString();
    }

    private static List<Moment> moments(String links) {
        List<Moment> moments = new ArrayList<>();
        int at = 0;
        while (links != null && at < links.length()) {
            int end = links.indexOf(BETWEEN, at);
            Scenario scenario = ScenarioLink.read(Query.parse(links.substring(at, end)).texts()).scenario();
            moments.add(new Moment(Route.CALCULATOR, scenario, Map.of()));
            at = end + 1;
        }
        return moments;
    }
}
