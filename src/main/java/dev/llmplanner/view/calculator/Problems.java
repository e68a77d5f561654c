package dev.llmplanner.view.calculator;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Problem;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Says what is wrong with a field, and what to write instead. */
public final class Problems {
    private static final String OUT_OF_RANGE = "out-of-range";

    private Problems() {}

    /** The message beside a field. */
    public static String text(Field field, Problem problem, Scene scene) {
        if (!problem.code().equals(OUT_OF_RANGE)) {
            return text(problem, scene);
        }
        List<String> limits = limits(problem, scene);
        String key = limits.size() < 2 ? "problem.at-least"
                : field.kind() == Field.Kind.COUNT ? "problem.between-whole" : "problem.between";
        return scene.say(limits.isEmpty() ? "problem.other" : key, arguments(problem, scene));
    }

    /** The message of a problem that belongs to no field. */
    public static String text(Problem problem, Scene scene) {
        String key = "problem." + problem.code();
        String other = problem.allowed().isEmpty() ? "problem.other" : "problem.other-allowed";
        return scene.say(scene.words().knows(key) ? key : other, arguments(problem, scene));
    }

    private static Arguments arguments(Problem problem, Scene scene) {
        List<String> limits = limits(problem, scene);
        return Arguments.of("text", problem.text())
                .and("allowed", allowed(problem, scene))
                .and("low", limits.isEmpty() ? "" : limits.get(0))
                .and("high", limits.isEmpty() ? "" : limits.get(limits.size() - 1));
    }

    /** The numbers in the contract's words for a range, as the reader's language writes them. */
    private static List<String> limits(Problem problem, Scene scene) {
        List<String> limits = new ArrayList<>();
        for (String range : problem.allowed()) {
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i <= range.length(); i++) {
                char c = i < range.length() ? range.charAt(i) : ' ';
                if (c >= '0' && c <= '9' || c == '.' && digits.length() > 0) {
                    digits.append(c);
                } else if (digits.length() > 0) {
                    OptionalDouble number = scene.words().parse(digits.toString());
                    number.ifPresent(value -> limits.add(scene.words().number(value, 6)));
                    digits.setLength(0);
                }
            }
        }
        return limits;
    }

    private static String allowed(Problem problem, Scene scene) {
        StringBuilder out = new StringBuilder();
        for (String value : problem.allowed()) {
            out.append(out.length() == 0 ? "" : scene.say("list.separator")).append(value);
        }
        return out.length() == 0 ? scene.say("nothing") : out.toString();
    }
}
