package dev.llmplanner.handover.launch;

import dev.llmplanner.handover.Order;

/** Writes an order in its engine's own options. */
public final class Launcher {

    private final HandoverCatalog catalog;

    public Launcher(HandoverCatalog catalog) {
        this.catalog = catalog;
    }

    /** How one replica of that order is started. */
    public Launch launch(Order order) {
        Draft draft = new Draft(order, catalog.engine(order.engine()));
        switch (order.engine()) {
            case VLLM -> VllmLaunch.fill(draft);
            case SGLANG -> SglangLaunch.fill(draft);
            case TENSORRT_LLM -> TensorrtLaunch.fill(draft);
            case MINDIE -> MindieLaunch.fill(draft);
        }
        return draft.build();
    }
}
