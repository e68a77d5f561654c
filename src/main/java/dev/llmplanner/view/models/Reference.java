package dev.llmplanner.view.models;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.screening.Profiles;
import dev.llmplanner.screening.Terms;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import java.util.Optional;

/**
 * The hardware and the workload on which all models are compared.
 *
 * @param accelerator  catalog id
 * @param inputTokens  of a prompt
 * @param outputTokens of an answer
 * @param users        requests in flight on a replica
 */
public record Reference(String accelerator, int inputTokens, int outputTokens, int users) {

    /** What a first visit shows. */
    public static final Reference INITIAL = new Reference(
            Profiles.REFERENCE_ACCELERATOR,
            Terms.REFERENCE.inputTokens(),
            Terms.REFERENCE.outputTokens(),
            Terms.REFERENCE.users());

    Reference on(String other) {
        return new Reference(other, inputTokens, outputTokens, users);
    }

    int get(Quantity quantity) {
        return switch (quantity) {
            case INPUT -> inputTokens;
            case OUTPUT -> outputTokens;
            case USERS -> users;
        };
    }

    Reference with(Quantity quantity, int value) {
        return switch (quantity) {
            case INPUT -> new Reference(accelerator, value, outputTokens, users);
            case OUTPUT -> new Reference(accelerator, inputTokens, value, users);
            case USERS -> new Reference(accelerator, inputTokens, outputTokens, value);
        };
    }

    Terms terms() {
        Terms base = Terms.REFERENCE;
        return new Terms(base.engine(), inputTokens, outputTokens, users, base.arrival(), base.weights(), base.kvCache(),
                base.fabric());
    }

    /** The Calculator's fields for that model; under that layout, or where none holds it, with the planner's choice. */
    Scenario scenario(String model, Optional<ParallelLayout> layout) {
        Terms terms = terms();
        Scenario scenario = Scenario.INITIAL
                .with(Field.MODEL, model)
                .with(Field.ACCELERATOR, accelerator)
                .with(Field.FABRIC, terms.fabric().orElse(""))
                .with(Field.GPUS, "")
                .with(Field.ENGINE, terms.engine().code())
                .with(Field.INPUT_TOKENS, Integer.toString(inputTokens))
                .with(Field.OUTPUT_TOKENS, Integer.toString(outputTokens))
                .with(Field.CONCURRENCY, Integer.toString(users))
                .with(Field.ARRIVAL, terms.arrival().code());
        return layout.isEmpty() ? scenario : scenario
                .with(Field.LAYOUT, Choices.OWN)
                .with(Field.TENSOR_PARALLEL, Integer.toString(layout.get().tensorParallel()))
                .with(Field.PIPELINE_PARALLEL, Integer.toString(layout.get().pipelineParallel()))
                .with(Field.EXPERT_PARALLEL, Integer.toString(layout.get().expertParallel()))
                .with(Field.ATTENTION_DATA_PARALLEL, Integer.toString(layout.get().attentionDataParallel()));
    }
}
