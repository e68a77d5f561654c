package dev.llmplanner.handover.report;

import dev.llmplanner.contract.PriceList;
import dev.llmplanner.engine.cost.Line;
import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.handover.materials.Procurement;
import dev.llmplanner.handover.text.Trees;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a cost was reckoned with beside the catalog's prices: the plant, the exchange rate, prices of one's own. */
final class PlanTerms {

    private PlanTerms() {}

    static JsonObject of(Procurement procurement) {
        Plant plant = procurement.plant();
        JsonObject.Builder terms = Trees.object().put("currency", plant.currency().name());
        plant.exchange().cnyPerUsd().ifPresent(rate -> terms.put("cnyPerUsd", rate));
        terms.put("years", plant.years()).put("residualShare", plant.residualShare())
                .put("rackWatts", plant.rackWatts()).put("rackUnits", plant.rackUnits());
        plant.administrators().ifPresent(people -> terms.put("administrators", people));
        terms.put("busyFraction", plant.busyFraction()).put("colocated", plant.colocated());
        List<Price> own = own(procurement);
        if (!own.isEmpty()) {
            terms.put("prices", PriceList.write(own).get("prices").orElseThrow());
        }
        return terms.build();
    }

    private static List<Price> own(Procurement procurement) {
        List<Price> own = new ArrayList<>();
        List<Line> lines = new ArrayList<>(procurement.cost().purchase());
        lines.addAll(procurement.cost().yearly());
        List<Optional<Price>> prices = new ArrayList<>(lines.stream().map(Line::price).toList());
        prices.add(procurement.cost().power().flatMap(power -> power.pue()));
        prices.forEach(each -> each.filter(price -> price.origin() == Origin.YOURS && !own.contains(price)).ifPresent(own::add));
        return own;
    }
}
