package dev.llmplanner.view.own;

import dev.llmplanner.catalog.FactProblem;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.text.Arguments;

/** Says what is wrong with a fact, and what to write instead. */
public final class FactProblems {
    private static final int DIGITS = 6;

    private FactProblems() {}

    /** The message beside a field that holds that text; blank where it isn't known. */
    public static String text(FactProblem problem, String text, Scene scene) {
        return scene.say("own.fact." + problem.code(), Arguments.of("text", text)
                .and("low", number(problem, 0, scene))
                .and("high", number(problem, problem.numbers().size() - 1, scene))
                .and("unit", problem.unit())
                .and("allowed", allowed(problem, scene)));
    }

    private static String number(FactProblem problem, int index, Scene scene) {
        return problem.numbers().isEmpty() ? "" : scene.words().significant(problem.numbers().get(index), DIGITS);
    }

    private static String allowed(FactProblem problem, Scene scene) {
        StringBuilder out = new StringBuilder();
        for (String word : problem.words()) {
            out.append(out.length() == 0 ? "" : scene.say("list.separator")).append(word);
        }
        return out.toString();
    }
}
