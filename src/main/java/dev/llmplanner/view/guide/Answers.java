package dev.llmplanner.view.guide;

import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.view.Outcome;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.scenario.Scenario;
import java.util.HashMap;
import java.util.Map;

/** Answers as they were computed last. What it remembers never shows: an answer is the same with or without it. */
final class Answers {
    private static final int MANY = 400;

    private final Map<Scenario, Outcome> outcomes = new HashMap<>();
    private CatalogPlanner planner;
    private String language = "";

    /** What the planner says to that scenario; no answer where it can't be asked so. */
    Outcome of(Scenario scenario, Scene scene) {
        CatalogPlanner present = scene.resources().planner();
        if (present != planner || !scene.words().language().equals(language) || outcomes.size() > MANY) {
            outcomes.clear();
            planner = present;
            language = scene.words().language();
        }
        Outcome outcome = outcomes.get(scenario);
        if (outcome == null) {
            outcome = Outcome.of(scenario, scene.resources(), scene.words(), Outcome.NONE);
            outcomes.put(scenario, outcome);
        }
        return outcome;
    }
}
