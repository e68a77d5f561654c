package dev.llmplanner.view.embed;

import dev.llmplanner.view.Edition;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.calculator.CalculatorSection;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.program.Effect;
import java.util.Optional;

/** The Calculator alone, in a frame of another page. Nothing takes over: other pages open in the planner. */
public final class EmbedEdition implements Edition {
    private final Section calculator = new CalculatorSection(scene -> Html.el("div"));

    @Override
    public Section section(Route.Place place) {
        return calculator;
    }

    @Override
    public Optional<Effect> successor(State state) {
        return Optional.empty();
    }

    @Override
    public String messagesFile(String language) {
        return "embed-" + language + ".js";
    }

    @Override
    public String messagesGlobal(String language) {
        return "PLANNER_EMBED_" + language.replace('-', '_');
    }
}
