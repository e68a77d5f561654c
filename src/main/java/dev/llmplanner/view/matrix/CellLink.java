package dev.llmplanner.view.matrix;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.screening.Cell;
import dev.llmplanner.screening.Terms;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.State;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The Calculator's address of a cell: its terms, its accelerator, its layout. */
final class CellLink {
    private final State state;
    private final Scenario terms;
    private final Map<Optional<ParallelLayout>, Scenario> layouts = new HashMap<>();

    CellLink(State state, Terms terms) {
        this.state = state;
        this.terms = Scenario.INITIAL
                .with(Field.WEIGHTS, terms.weights())
                .with(Field.KV_CACHE, terms.kvCache().orElse(""))
                .with(Field.FABRIC, terms.fabric().orElse(""))
                .with(Field.ENGINE, terms.engine().code())
                .with(Field.INPUT_TOKENS, Integer.toString(terms.inputTokens()))
                .with(Field.OUTPUT_TOKENS, Integer.toString(terms.outputTokens()))
                .with(Field.CONCURRENCY, Integer.toString(terms.users()))
                .with(Field.ARRIVAL, terms.arrival().code());
    }

    /** The hash that opens the Calculator with the cell's figures. */
    String hash(String model, String accelerator, Cell cell) {
        return Address.of(state, scenario(model, accelerator, cell));
    }

    private Scenario scenario(String model, String accelerator, Cell cell) {
        return layouts.computeIfAbsent(cell.layout(), this::divided)
                .with(Field.MODEL, model).with(Field.ACCELERATOR, accelerator);
    }

    private Scenario divided(Optional<ParallelLayout> chosen) {
        if (chosen.isEmpty()) {
            return terms.with(Field.GPUS, "");
        }
        ParallelLayout layout = chosen.get();
        return terms.with(Field.LAYOUT, Choices.OWN)
                .with(Field.TENSOR_PARALLEL, Integer.toString(layout.tensorParallel()))
                .with(Field.PIPELINE_PARALLEL, Integer.toString(layout.pipelineParallel()))
                .with(Field.EXPERT_PARALLEL, Integer.toString(layout.expertParallel()))
                .with(Field.ATTENTION_DATA_PARALLEL, Integer.toString(layout.attentionDataParallel()));
    }
}
