package dev.llmplanner.view.history;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.view.State;
import dev.llmplanner.view.Stored;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Query;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.scenario.ScenarioLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scenarios that were worked on last, where the browser remembers: for each model on each hardware the latest, newest
 * first. One line each of model, hardware and query.
 */
public final class Recent {
    private static final String STORED = "recent";
    private static final int MOST = 12;
    private static final String END = "\n";
    private static final String GAP = " ";

    private Recent() {}

    /** The state with its scenario noted, where it is another one than before and has an answer. */
    public static State noted(State before, State after) {
        Scenario scenario = after.scenario();
        if (scenario.equals(before.scenario()) || scenario.equals(Scenario.INITIAL) || !after.outcome().isCurrent()
                || after.get(Stored.REFUSED) || isOwn(scenario)) {
            return after;
        }
        String query = new Query(ScenarioLink.write(scenario), List.of()).write();
        String key = scenario.text(Field.MODEL) + GAP + hardware(scenario) + GAP;
        StringBuilder lines = new StringBuilder(key + query + END);
        int count = 1;
        for (String line : lines(after)) {
            if (!line.startsWith(key) && count < MOST) {
                lines.append(line).append(END);
                count++;
            }
        }
        return with(lines.toString(), after);
    }

    /** A record of one's own may be gone at the next visit. */
    private static boolean isOwn(Scenario scenario) {
        return scenario.text(Field.MODEL).startsWith(Catalog.OWN) || hardware(scenario).startsWith(Catalog.OWN);
    }

    private static String hardware(Scenario scenario) {
        return scenario.text(scenario.has(Field.HARDWARE, Choices.BY_SERVER) ? Field.SERVER : Field.ACCELERATOR);
    }

    /** The scenarios, newest first. */
    public static List<Scenario> of(State state) {
        List<Scenario> scenarios = new ArrayList<>();
        for (String line : lines(state)) {
            scenarios.add(ScenarioLink.read(Query.parse(line.substring(line.lastIndexOf(GAP) + 1)).texts()).scenario());
        }
        return scenarios;
    }

    /** The state without any. */
    public static State cleared(State state) {
        return with("", state);
    }

    private static State with(String lines, State state) {
        Map<String, String> texts = new LinkedHashMap<>(state.get(Stored.TEXTS));
        texts.remove(STORED);
        if (!lines.isEmpty()) {
            texts.put(STORED, lines);
        }
        return state.with(Stored.TEXTS, texts);
    }

    private static List<String> lines(State state) {
        List<String> lines = new ArrayList<>();
        String all = state.get(Stored.TEXTS).getOrDefault(STORED, "");
        int at = 0;
        int end = all.indexOf(END);
        while (end >= 0) {
            lines.add(all.substring(at, end));
            at = end + 1;
            end = all.indexOf(END, at);
        }
        return lines;
    }
}
