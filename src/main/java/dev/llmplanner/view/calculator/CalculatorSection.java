package dev.llmplanner.view.calculator;

import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Outcome;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.Work;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Draft;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Problem;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.scenario.ScenarioLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Calculator. Its address holds the whole scenario; opening it takes over what can be used, field by field. Coming back
 * to the scenario that is there changes nothing, even where a text in it has no answer.
 */
public final class CalculatorSection implements Section {
    private final EvidencePanel.Content evidence;

    /**
     * @param evidence what shows the nearest measurements
     */
    public CalculatorSection(EvidencePanel.Content evidence) {
        this.evidence = evidence;
    }

    @Override
    public Html page(Scene scene) {
        return CalculatorPage.of(scene, evidence);
    }

    @Override
    public String title(Scene scene) {
        return scene.say("nav.calculator");
    }

    @Override
    public Map<String, String> link(State state) {
        Map<String, String> texts = state.get(Additions.SLOT).carried(ScenarioLink.write(state.scenario()));
        if (!state.get(EvidencePanel.OPEN)) {
            return texts;
        }
        Map<String, String> open = new LinkedHashMap<>(texts);
        open.put(EvidencePanel.LINK, "1");
        return open;
    }

    @Override
    public State opened(Map<String, String> texts, State before, Resources resources, List<String> ignored) {
        State state = before.with(EvidencePanel.OPEN, texts.remove(EvidencePanel.LINK) != null);
        ScenarioLink.Read read = ScenarioLink.read(texts);
        texts.clear();
        ignored.addAll(read.ignored());
        boolean same = read.scenario().equals(state.scenario()) && !state.outcome().equals(Outcome.NONE);
        // Work that another page has shown isn't this answer's.
        return same ? state.withWork(Work.CLOSED) : repaired(read.scenario(), state, resources, ignored);
    }

    /** Puts the default into each field that has no usable text, until the planner has an answer. */
    private static State repaired(Scenario read, State state, Resources resources, List<String> ignored) {
        Scenario scenario = read;
        for (int attempt = 0; attempt < Field.ALL.size(); attempt++) {
            Draft draft = Draft.of(scenario, state.speech());
            State tried = state.withScenario(scenario, resources);
            Map<Field, Problem> problems =
                    draft.problems().isEmpty() ? tried.outcome().problems() : draft.problems();
            if (tried.outcome().isCurrent()) {
                return tried;
            }
            Scenario mended = scenario;
            for (Field field : problems.keySet()) {
                String text = scenario.text(field);
                mended = mended.with(field, field.initial());
                if (!scenario.has(field, field.initial())) {
                    ignored.add(field.key() + "=" + text);
                }
            }
            if (mended.equals(scenario)) {
                break;
            }
            scenario = mended;
        }
        ScenarioLink.write(scenario).forEach((name, text) -> ignored.add(name + "=" + text));
        return state.withScenario(Scenario.INITIAL, resources);
    }
}
