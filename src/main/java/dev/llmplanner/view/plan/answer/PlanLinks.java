package dev.llmplanner.view.plan.answer;

import dev.llmplanner.engine.cost.Plant;
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

    /** The handover's fields. */
    private static final String REPLICAS = "replicas";
    private static final String CURRENCY = "currency";
    private static final String YEARS = "years";
    private static final String RATE = "cny-per-usd";

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

    /**
     * The address where all replicas are handed over, at the years, the currency and the exchange rate of the search.
     *
     * @param search its request, by the contract
     */
    public String handover(Plan plan, JsonObject search) {
        Map<String, String> texts = new LinkedHashMap<>(state.get(Additions.SLOT)
                .carried(ScenarioLink.write(scenario(plan.request()))));
        texts.put(REPLICAS, Integer.toString(plan.replicas()));
        texts.putAll(PoolTexts.texts(plan.request()));
        Optional<JsonCursor> plant = JsonCursor.of(search).find("plant");
        texts.put(CURRENCY, plant.flatMap(known -> known.findString("currency")).orElse(Plant.DEFAULT.currency().name()));
        plant.ifPresent(known -> number(known, "years", YEARS, texts));
        JsonCursor.of(search).find("exchange").ifPresent(known -> number(known, "cnyPerUsd", RATE, texts));
        return Address.of(state, texts, Route.of(Route.Place.HANDOVER));
    }

    private void number(JsonCursor member, String name, String field, Map<String, String> texts) {
        member.find(name).ifPresent(value -> {
            member.number(name);
            texts.put(field, resources.json().write(value.value()));
        });
    }

    /** The rate with all its digits, so that the Calculator shows the plan's figures. */
    private Scenario scenario(JsonObject request) {
        Scenario scenario = Patch.apply(BLANK, request);
        return JsonCursor.of(request).at("workload").find("requestsPerSecond")
                .map(rate -> scenario.with(Field.REQUESTS_PER_SECOND, resources.json().write(rate.value())))
                .orElse(scenario);
    }
}
