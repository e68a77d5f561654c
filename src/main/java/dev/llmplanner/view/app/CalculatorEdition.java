package dev.llmplanner.view.app;

import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.Stored;
import dev.llmplanner.view.calculator.EvidencePanel;
import dev.llmplanner.view.history.Dialogs;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.program.Effect;
import java.util.List;
import java.util.Optional;

/** The first load: the Calculator. Every other page is the {@link Workbench}'s, which takes over when it is wanted. */
public final class CalculatorEdition extends NotingEdition {
    private final Section elsewhere = new Elsewhere();
    private final Section calculator = new FirstCalculator(elsewhere);

    @Override
    public Section section(Route.Place place) {
        return place == Route.Place.CALCULATOR ? calculator : elsewhere;
    }

    @Override
    public Optional<Effect> successor(State state) {
        return state.route().place() == Route.Place.CALCULATOR && !Elsewhere.isAwaited(state)
                && !state.get(Stored.TEXTS).containsKey(Stored.MEASUREMENTS)
                && !state.get(EvidencePanel.OPEN) && state.get(Dialogs.OPEN).isEmpty()
                ? Optional.empty()
                : Optional.of(new Effect.HandOver(Workbench.SCRIPT, new Elsewhere.WorkbenchFailed()));
    }

    @Override
    public List<Html> above(Scene scene) {
        return Elsewhere.answer(scene.state());
    }

    @Override
    public String messagesFile(String language) {
        return "messages-" + language + ".js";
    }

    @Override
    public String messagesGlobal(String language) {
        return "PLANNER_MESSAGES_" + language.replace('-', '_');
    }
}
