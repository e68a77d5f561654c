package dev.llmplanner.view.widget;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;

/** Small marks that say a state by icon, word and colour together. */
public final class Chips {

    private Chips() {}

    /** The verdict. */
    public static Html verdict(Scene scene, Verdict verdict) {
        return el("span", "verdict " + verdict.code())
                .add(el("span", "icon").aria("hidden", true).text(icon(verdict)))
                .text(scene.say("verdict." + verdict.code()));
    }

    /** How well the figures behind it are founded. */
    public static Html confidence(Scene scene, Confidence confidence) {
        return el("span", "chip " + code(confidence)).text(scene.say("confidence." + code(confidence)));
    }

    /** The name of a confidence in messages and classes. */
    public static String code(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> "high";
            case MEDIUM -> "medium";
            case LOW -> "low";
        };
    }

    private static String icon(Verdict verdict) {
        return switch (verdict) {
            case FITS -> "\u2713";
            case TIGHT -> "!";
            case DOES_NOT_FIT -> "\u2715";
            case UNKNOWN -> "?";
        };
    }
}
