package dev.llmplanner.view.handover;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.catalog.PriceChoice;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.EvidenceFinder;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.handover.Handover;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Orders;
import dev.llmplanner.handover.launch.HandoverCatalog;
import dev.llmplanner.handover.report.Comparison;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.plan.SearchResult;
import dev.llmplanner.view.plan.answer.PoolTexts;
import dev.llmplanner.view.scenario.Draft;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the handover of the Calculator's scenario, and remembers the last one. */
final class Maker {

    private Json optionsRead;
    private HandoverCatalog options;
    private Json pricesRead;
    private PlantCatalog prices;
    private Json evidenceRead;
    private EvidenceFinder evidence;
    private List<Object> lastKey = List.of();
    private Optional<Handover> last = Optional.empty();

    /** The handover; empty while the options are loading, a field can't be used, or nothing can be handed over. */
    Optional<Handover> make(Scene scene) {
        Entries entries = HandoverState.entries(scene.state());
        Optional<Json> table = DataFile.HANDOVER.in(scene.state()).data();
        boolean answered = scene.state().outcome().isCurrent() && scene.state().outcome().answer().isPresent();
        if (table.isEmpty() || !answered || !HandoverEntries.good(entries, scene.words())) {
            return Optional.empty();
        }
        read(scene, table.get());
        List<Object> key = List.of(scene.state().outcome().answer().get(), entries, scene.words(), table.get(),
                Optional.ofNullable(pricesRead), Optional.ofNullable(evidenceRead), scene.resources().planner(),
                searches(scene.state()));
        if (!same(key)) {
            last = order(scene, entries).map(order -> {
                Optional<JsonObject> search = search(scene, order);
                SearchTerms terms = search.flatMap(SearchTerms::of).orElse(SearchTerms.NONE);
                return Handover.of(order, planner(scene), options,
                        Optional.ofNullable(prices).map(facts -> costing(facts, terms, entries, scene)),
                        search, new HandoverWords(scene));
            });
            lastKey = key;
        }
        return last;
    }

    private static Handover.Costing costing(PlantCatalog facts, SearchTerms terms, Entries entries, Scene scene) {
        return new Handover.Costing(facts, facts.prices(PriceChoice.USUAL).with(terms.prices()),
                HandoverEntries.plant(terms.plant(), entries, scene.words()),
                HandoverEntries.count(entries, HandoverEntries.SPARE, scene.words()), terms.software(), terms.storageBytes());
    }

    /** Whether nothing has moved: the same objects but for the fields, which are compared. */
    private boolean same(List<Object> key) {
        boolean same = lastKey.size() == key.size();
        for (int i = 0; same && i < key.size(); i++) {
            same = key.get(i) == lastKey.get(i) || key.get(i) instanceof List<?> some && sameOnes(some, (List<?>) lastKey.get(i))
                    || (key.get(i) instanceof Entries || key.get(i) instanceof Optional) && key.get(i).equals(lastKey.get(i));
        }
        return same;
    }

    private static boolean sameOnes(List<?> some, List<?> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i) == others.get(i);
        }
        return same;
    }

    private void read(Scene scene, Json table) {
        if (optionsRead != table) {
            optionsRead = table;
            options = HandoverCatalog.read((JsonObject) table);
        }
        DataFile.PRICES.in(scene.state()).data().filter(data -> data != pricesRead).ifPresent(data -> {
            pricesRead = data;
            prices = PlantCatalog.read((JsonObject) data, scene.catalog());
        });
        DataFile.EVIDENCE.in(scene.state()).data().filter(data -> data != evidenceRead).ifPresent(data -> {
            evidenceRead = data;
            evidence = EvidenceFinder.of((JsonObject) data, scene.catalog());
        });
    }

    private CatalogPlanner planner(Scene scene) {
        CatalogPlanner planner = scene.resources().planner();
        return evidence == null ? planner : planner.with(evidence);
    }

    private static Optional<Order> order(Scene scene, Entries entries) {
        JsonObject scenario = Draft.of(scene.state().scenario(), scene.words()).request();
        String typed = entries.text(HandoverEntries.NAME).trim();
        int replicas = HandoverEntries.count(entries, HandoverEntries.REPLICAS, scene.words());
        return PoolTexts.in(scenario, entries.text(HandoverEntries.PREFILL), entries.text(HandoverEntries.DECODE))
                .flatMap(asked -> order(scene, asked, typed, replicas))
                .map(order -> typed.isEmpty() ? order.named(usual(scene, order)) : order);
    }

    /** Empty for what the planner refuses: an address may ask for pools that can't be. */
    private static Optional<Order> order(Scene scene, JsonObject asked, String name, int replicas) {
        try {
            return Orders.of(scene.resources().planner(), asked, name, replicas);
        } catch (RequestException refused) {
            return Optional.empty();
        }
    }

    /** Searches that the order may come from: that of the file, else that of the page that searches. */
    private static List<JsonObject> searches(State state) {
        List<JsonObject> searches = new ArrayList<>();
        PlanOpening.search(state).ifPresent(searches::add);
        SearchResult.of(state).ifPresent(searches::add);
        return searches;
    }

    private static Optional<JsonObject> search(Scene scene, Order order) {
        return searches(scene.state()).stream().filter(each -> Comparison.of(each, order).isPresent()).findFirst();
    }

    private static String usual(Scene scene, Order order) {
        return scene.say("handover.usual-name", Arguments.of("model", order.model().name())
                .and("accelerator", order.hardware().accelerator().name()));
    }
}
