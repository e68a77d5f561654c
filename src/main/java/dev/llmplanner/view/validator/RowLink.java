package dev.llmplanner.view.validator;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.screening.Assessment;
import dev.llmplanner.screening.Configuration;
import dev.llmplanner.screening.Terms;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.State;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Patch;
import dev.llmplanner.view.scenario.Scenario;
import java.util.Optional;

/** The Calculator's addresses of an answer. */
final class RowLink {
    private static final Scenario BLANK = Scenario.INITIAL.with(Field.GPUS, "").with(Field.FABRIC, "");

    private final State state;
    private final Answers answers;

    RowLink(State state, Answers answers) {
        this.state = state;
        this.answers = answers;
    }

    /** One replica with its share of the users; where none can run, the same question to the Calculator. */
    String hash(Assessment assessment) {
        return Address.of(state, answers.validator().request(assessment).map(RowLink::scenario)
                .orElseGet(() -> unanswered(assessment)));
    }

    /** One replica with its most users; empty where there are none. */
    Optional<String> hashAtMost(Assessment assessment) {
        return answers.validator().requestAtMost(assessment).map(request -> Address.of(state, scenario(request)));
    }

    private static Scenario scenario(JsonObject request) {
        return Patch.apply(BLANK, request);
    }

    private Scenario unanswered(Assessment assessment) {
        Configuration configuration = answers.question().configuration();
        Terms terms = answers.question().terms();
        boolean server = configuration.kind() == Configuration.Kind.SERVER;
        return BLANK.with(Field.MODEL, assessment.model())
                .with(Field.WEIGHTS, assessment.weights())
                .with(Field.HARDWARE, server ? Choices.BY_SERVER : Choices.BY_ACCELERATOR)
                .with(server ? Field.SERVER : Field.ACCELERATOR, configuration.id())
                .with(Field.NODES, Integer.toString(configuration.nodes()))
                .with(Field.FABRIC, configuration.fabric().orElse(""))
                .with(Field.ENGINE, terms.engine().code())
                .with(Field.KV_CACHE, terms.kvCache().orElse(""))
                .with(Field.INPUT_TOKENS, Integer.toString(terms.inputTokens()))
                .with(Field.OUTPUT_TOKENS, Integer.toString(terms.outputTokens()))
                .with(Field.CONCURRENCY, Integer.toString(terms.users()));
    }
}
