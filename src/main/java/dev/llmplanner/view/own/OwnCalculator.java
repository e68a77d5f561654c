package dev.llmplanner.view.own;

import dev.llmplanner.view.Additions;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.calculator.CalculatorSection;
import dev.llmplanner.view.calculator.EvidencePanel;
import dev.llmplanner.view.evidence.NearestView;
import dev.llmplanner.view.node.Html;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Calculator with records of one's own: a link may bring some. */
public final class OwnCalculator implements Section {
    private final Section calculator = new CalculatorSection(new NearestView());

    @Override
    public Html page(Scene scene) {
        return calculator.page(scene);
    }

    @Override
    public String title(Scene scene) {
        return calculator.title(scene);
    }

    @Override
    public Map<String, String> link(State state) {
        return calculator.link(state);
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        State taken = OwnLink.taken(texts, state, resources, ignored);
        return calculator.opened(texts, taken, taken.get(Additions.SLOT).known(resources), ignored);
    }

    @Override
    public List<DataFile> files(State state) {
        return state.get(EvidencePanel.OPEN) ? List.of(DataFile.EVIDENCE) : List.of();
    }

    @Override
    public Optional<Event> keyPressed(State state, String key) {
        return calculator.keyPressed(state, key);
    }
}
