package dev.llmplanner.handover.launch;

import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Order.Pools;
import java.util.List;
import java.util.Optional;

/** Writes an order in its engine's own options. */
public final class Launcher {

    private final HandoverCatalog catalog;

    public Launcher(HandoverCatalog catalog) {
        this.catalog = catalog;
    }

    /** How a replica is started: each kind of worker of separate pools, prefill first. */
    public List<Launch> launches(Order order) {
        return order.pools().map(pools -> List.of(launch(pools.prefill(), Optional.of(pools)), launch(pools.decode(), Optional.of(pools))))
                .orElseGet(() -> List.of(launch(order)));
    }

    /** How a replica of that order is started; it has no pools. */
    public Launch launch(Order order) {
        return launch(order, Optional.empty());
    }

    private Launch launch(Order order, Optional<Pools> pools) {
        Draft draft = new Draft(order, catalog.engine(order.engine()));
        switch (order.engine()) {
            case VLLM -> VllmLaunch.fill(draft);
            case SGLANG -> SglangLaunch.fill(draft);
            case TENSORRT_LLM -> TensorrtLaunch.fill(draft);
            case MINDIE -> MindieLaunch.fill(draft);
        }
        pools.ifPresent(both -> PoolLaunch.fill(draft, both));
        return draft.build();
    }
}
