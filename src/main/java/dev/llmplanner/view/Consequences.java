package dev.llmplanner.view;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Patch;
import dev.llmplanner.view.scenario.Scenario;
import java.util.Optional;

/** What else changes when a field does, so that a choice is complete. */
final class Consequences {

    private Consequences() {}

    /**
     * The scenario after that field was changed in it. A server brings all its GPUs; a layout by hand starts from the
     * one that was chosen.
     */
    static Scenario of(Field field, Scenario scenario, State before, Resources resources) {
        return switch (field) {
            case HARDWARE, SERVER, NODES -> scenario.has(Field.HARDWARE, Choices.BY_SERVER)
                    ? withGpusOfServer(scenario, resources.planner().catalog())
                    : scenario;
            case LAYOUT -> scenario.has(Field.LAYOUT, Choices.OWN) ? withLayout(scenario, before) : scenario;
            default -> scenario;
        };
    }

    /** Nothing is written where the number of GPUs is left to the planner: it takes all of the servers then. */
    private static Scenario withGpusOfServer(Scenario scenario, Catalog catalog) {
        Optional<ServerEntry> server = catalog.server(scenario.text(Field.SERVER));
        return server.isEmpty() ? scenario : scenario.with(Field.GPUS, "");
    }

    private static Scenario withLayout(Scenario scenario, State before) {
        Optional<Answer> answer = before.outcome().answer();
        return answer.isPresent() && answer.get().request().get("layout").orElse(null) instanceof JsonObject layout
                ? Patch.apply(scenario, new JsonObject.Builder().put("layout", layout).build())
                : scenario;
    }
}
