package dev.llmplanner.view.matrix;

import dev.llmplanner.catalog.Catalog;
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

/**
 * The Calculator's address of a cell: its terms, its accelerator, its layout. The addresses of one layout differ in two ids,
 * so that one is written and the others are made of its pieces, but for records that travel in the link. An id that the
 * Calculator begins with is left out.
 */
final class CellLink {
    private static final String ANY_MODEL = "~model~";
    private static final String ANY_ACCELERATOR = "~accelerator~";

    private final State state;
    private final Scenario terms;
    private final Map<Optional<ParallelLayout>, Scenario> layouts = new HashMap<>();
    private final Map<Optional<ParallelLayout>, Pieces[]> pieces = new HashMap<>();

    /** What stands before, between and after the ids of the model and the accelerator; with one of them, what stands around it. */
    private record Pieces(String head, String middle, String tail) {

        static Pieces of(String hash) {
            int model = hash.indexOf(ANY_MODEL);
            int accelerator = hash.indexOf(ANY_ACCELERATOR);
            String head = model < 0 ? "" : hash.substring(0, model);
            int from = model < 0 ? 0 : model + ANY_MODEL.length();
            return accelerator < 0
                    ? new Pieces(head, hash.substring(from), "")
                    : new Pieces(head, hash.substring(from, accelerator), hash.substring(accelerator + ANY_ACCELERATOR.length()));
        }
    }

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
        if (model.startsWith(Catalog.OWN) || accelerator.startsWith(Catalog.OWN)) {
            return written(model, accelerator, cell.layout());
        }
        boolean names = !model.equals(Field.MODEL.initial());
        boolean namesDevice = !accelerator.equals(Field.ACCELERATOR.initial());
        Pieces[] all = pieces.computeIfAbsent(cell.layout(), layout -> new Pieces[4]);
        int which = (names ? 2 : 0) + (namesDevice ? 1 : 0);
        if (all[which] == null) {
            all[which] = Pieces.of(
                    written(names ? ANY_MODEL : model, namesDevice ? ANY_ACCELERATOR : accelerator, cell.layout()));
        }
        Pieces known = all[which];
        String head = names ? known.head() + model + known.middle() : known.middle();
        return namesDevice ? head + accelerator + known.tail() : head;
    }

    private String written(String model, String accelerator, Optional<ParallelLayout> layout) {
        return Address.of(state, layouts.computeIfAbsent(layout, this::divided)
                .with(Field.MODEL, model).with(Field.ACCELERATOR, accelerator));
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
