package dev.llmplanner.contract;

import static dev.llmplanner.contract.RequestReader.integer;
import static dev.llmplanner.contract.RequestReader.onlyMembers;
import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.json.JsonCursor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One pool of a disaggregated request.
 *
 * @param name    prefill or decode
 * @param workers of one kind
 * @param gpus    of one worker; absent: the fewest that fit
 * @param layout  of one worker; absent: to be chosen
 */
record PoolRequest(String name, int workers, OptionalInt gpus, Optional<ParallelLayout> layout) {

    static PoolRequest read(JsonCursor root, String name) {
        Optional<JsonCursor> member = shaped(() -> root.find(name));
        if (member.isEmpty()) {
            throw new RequestException("pool-missing", name, List.of("{workers, gpus, layout}"),
                    "mode is disaggregated and " + name + " is missing; write " + name + ": {workers, gpus}");
        }
        JsonCursor pool = member.get();
        onlyMembers(pool, Choices.POOL);
        Optional<ParallelLayout> layout = RequestResolver.layout(pool);
        return new PoolRequest(
                name,
                integer(pool, "workers", 1, 1024, "a whole number from 1 to 1024").orElse(1),
                RequestResolver.gpus(pool, layout),
                layout);
    }
}
