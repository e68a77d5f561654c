package dev.llmplanner.view.plan;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.view.Additions;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.own.OwnLink;
import dev.llmplanner.view.plan.ask.PlanEntries;
import dev.llmplanner.view.plan.cost.OwnPrices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to buy for so many people. */
public final class PlanSection implements Section {
    private static final String PRICES = "prices";
    private final Remembered parts = new Remembered();

    @Override
    public Html page(Scene scene) {
        return new PlanPage(scene, parts).all();
    }

    @Override
    public String title(Scene scene) {
        return scene.say("plan.title");
    }

    @Override
    public Map<String, String> link(State state) {
        Map<String, String> texts = new LinkedHashMap<>(PlanState.link(state));
        String prices = PlanState.prices(state).link(state.speech());
        if (!prices.isEmpty()) {
            texts.put(PRICES, prices);
        }
        Map<String, String> own = new LinkedHashMap<>();
        for (String id : PlanEntries.records(PlanState.entries(state))) {
            own.put(id, id);
        }
        String carried = state.get(Additions.SLOT).carried(own).get(OwnLink.NAME);
        if (carried != null) {
            texts.put(OwnLink.NAME, carried);
        }
        return texts;
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        State known = OwnLink.taken(texts, state, resources, ignored);
        String prices = texts.remove(PRICES);
        State priced = PlanState.with(prices == null ? OwnPrices.NONE : OwnPrices.read(prices, ignored), known);
        Catalog catalog = known.get(Additions.SLOT).known(resources).planner().catalog();
        return PlanState.opened(PlanEntries.opened(catalog, texts, ignored), priced);
    }

    @Override
    public List<DataFile> files(State state) {
        return List.of(DataFile.PRICES);
    }

    @Override
    public Optional<Event> due(State state, Resources resources) {
        return PlanState.due(state);
    }
}
