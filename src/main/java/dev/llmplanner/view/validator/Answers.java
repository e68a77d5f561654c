package dev.llmplanner.view.validator;

import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.screening.Assessment;
import dev.llmplanner.screening.Run;
import dev.llmplanner.screening.Validator;
import java.util.List;
import java.util.Optional;

/**
 * What is known about a configuration.
 *
 * @param question  that is answered
 * @param warnings  about the configuration, whatever the model
 * @param refusal   code of the error where the configuration can't be asked about
 * @param run       answers in the validator's order
 */
record Answers(
        Question question, Validator validator, List<Finding> warnings, Optional<String> refusal, Run<Assessment> run) {

    /** Nothing computed yet but the warnings. */
    static Answers begun(CatalogPlanner planner, Question question) {
        Validator validator = Validator.of(planner, question.configuration(), question.terms(), question.targets(),
                question.catalog().models());
        try {
            return new Answers(question, validator, validator.warnings(), Optional.empty(), validator.run());
        } catch (RequestException refused) {
            return new Answers(question, validator, List.of(), Optional.of(refused.code()), validator.run());
        }
    }

    Answers advanced(int most) {
        return new Answers(question, validator, warnings, refusal, run.advance(most));
    }
}
