package dev.llmplanner.handover.launch;

import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Order.Role;
import java.util.List;

/** Writes an order in its engine's own options. */
public final class Launcher {

    private final HandoverCatalog catalog;

    public Launcher(HandoverCatalog catalog) {
        this.catalog = catalog;
    }

    /** How a replica is started: each kind of worker of separate pools, prefill first. */
    public List<Launch> launches(Order order) {
        return order.pools().map(pools -> List.of(launch(pools.prefill()), launch(pools.decode())))
                .orElseGet(() -> List.of(launch(order)));
    }

    /** How a worker of that order is started; it has no pools. */
    public Launch launch(Order order) {
        Draft draft = new Draft(order, catalog.engine(order.engine()));
        switch (order.engine()) {
            case VLLM -> VllmLaunch.fill(draft);
            case SGLANG -> SglangLaunch.fill(draft);
            case TENSORRT_LLM -> TensorrtLaunch.fill(draft);
            case MINDIE -> MindieLaunch.fill(draft);
        }
        if (order.role() != Role.WHOLE) {
            PoolLaunch.fill(draft);
        }
        return draft.build();
    }
}
