package dev.llmplanner.view.validator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.screening.Outcome;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;

/** An outcome by sign, word and colour together. */
final class OutcomeChip {

    private OutcomeChip() {}

    static Html of(Scene scene, Outcome outcome) {
        return el("span", "verdict " + style(outcome))
                .add(el("span", "icon").aria("hidden", true).text(sign(outcome)))
                .text(scene.say("outcome." + outcome.code()));
    }

    private static String sign(Outcome outcome) {
        return switch (outcome) {
            case SERVES -> "\u2713";
            case SERVES_FEWER, TOO_SLOW -> "!";
            case DOES_NOT_FIT, CANNOT_RUN -> "\u2715";
            case UNKNOWN -> "?";
        };
    }

    private static String style(Outcome outcome) {
        return switch (outcome) {
            case SERVES -> "fits";
            case SERVES_FEWER, TOO_SLOW -> "tight";
            case DOES_NOT_FIT, CANNOT_RUN -> "does-not-fit";
            case UNKNOWN -> "unknown";
        };
    }
}
