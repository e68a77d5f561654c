package dev.llmplanner.view;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.view.scenario.Draft;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Problem;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.text.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the Calculator answers to its fields.
 *
 * @param answer   the last good one; absent only if there was none yet
 * @param problems why the present fields have no answer, by field
 * @param general  a problem that belongs to no field
 */
public record Outcome(Optional<Answer> answer, Map<Field, Problem> problems, Optional<Problem> general) {

    /** Before the first answer. */
    public static final Outcome NONE = new Outcome(Optional.empty(), Map.of(), Optional.empty());

    public Outcome {
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    /** Whether the answer is that of the present fields. */
    public boolean isCurrent() {
        return problems.isEmpty() && general.isEmpty();
    }

    /** Asks the planner. A scenario that it can't answer keeps the answer before it. */
    public static Outcome of(Scenario scenario, Resources resources, Words words, Outcome before) {
        Draft draft = Draft.of(scenario, words);
        if (!draft.problems().isEmpty()) {
            return new Outcome(before.answer, draft.problems(), Optional.empty());
        }
        try {
            Answer answer = resources.planner().evaluate(draft.request());
            return new Outcome(Optional.of(answer), Map.of(), Optional.empty());
        } catch (RequestException wrong) {
            Optional<Field> field = fieldOf(wrong.path(), scenario);
            String text = field.map(scenario::text).orElse("");
            boolean blank = field.isPresent() && text.isBlank();
            Problem problem = new Problem(blank ? Problem.MISSING : wrong.code(), wrong.allowed(), text);
            return field.isPresent()
                    ? new Outcome(before.answer, Map.of(field.get(), problem), Optional.empty())
                    : new Outcome(before.answer, Map.of(), Optional.of(problem));
        }
    }

    /** The visible field at that path; a group's problem goes to the group's first one. */
    private static Optional<Field> fieldOf(String path, Scenario scenario) {
        Optional<Field> exact = Field.ofPath(path).filter(scenario::shows);
        if (exact.isPresent()) {
            return exact;
        }
        for (Field field : Field.ALL) {
            if (scenario.shows(field) && field.path().startsWith(path + ".")) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
