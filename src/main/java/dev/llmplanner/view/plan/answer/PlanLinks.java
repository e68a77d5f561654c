package dev.llmplanner.view.plan.answer;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.State;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Patch;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.scenario.ScenarioLink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a plan leads: its replica in the Calculator, all of it in the handover. */
public final class PlanLinks {
    private static final Scenario BLANK = Scenario.INITIAL.with(Field.GPUS, "").with(Field.FABRIC, "");

    /** The handover's field. */
    private static final String REPLICAS = "replicas";

    private final State state;
    private final Resources resources;

    public PlanLinks(State state, Resources resources) {
        this.state = state;
        this.resources = resources;
    }

    /** The Calculator's address of one replica; separate pools have no fields there. */
    public Optional<String> calculator(Plan plan) {
        return plan.isAggregated() ? Optional.of(Address.of(state, scenario(plan.request()))) : Optional.empty();
    }

    /** The address where all replicas are handed over. */
    public String handover(Plan plan) {
        Map<String, String> texts = new LinkedHashMap<>(state.get(Additions.SLOT)
                .carried(ScenarioLink.write(scenario(plan.request()))));
        texts.put(REPLICAS, Integer.toString(plan.replicas()));
        texts.putAll(PoolTexts.texts(plan.request()));
        return Address.of(state, texts, Route.of(Route.Place.HANDOVER));
    }

    /** The rate with all its digits, so that the Calculator shows the plan's figures. */
    private Scenario scenario(JsonObject request) {
        Scenario scenario = Patch.apply(BLANK, request);
        return JsonCursor.of(request).at("workload").find("requestsPerSecond")
                .map(rate -> scenario.with(Field.REQUESTS_PER_SECOND, resources.json().write(rate.value())))
                .orElse(scenario);
    }
}
