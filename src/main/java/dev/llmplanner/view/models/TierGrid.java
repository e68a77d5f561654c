package dev.llmplanner.view.models;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.screening.ParameterBand;
import dev.llmplanner.screening.Tier;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Deployment tiers against parameter bands: how many models are where. A count filters by both. */
final class TierGrid {
    private final Scene scene;
    private final ModelsState view;

    TierGrid(Scene scene) {
        this.scene = scene;
        this.view = scene.state().get(ModelsState.SLOT);
    }

    /**
     * Rows and columns without a model are left out, but for the four tiers and the four bands that are asked for, and for what
     * can't be computed: its count comes last.
     */
    Html of(Map<String, Integer> grid) {
        List<ParameterBand> bands = new ArrayList<>();
        for (ParameterBand band : ParameterBand.values()) {
            if (band.ordinal() >= ParameterBand.FROM_70.ordinal() && band.ordinal() <= ParameterBand.FROM_500.ordinal()
                    || any(grid, "," + band.code())) {
                bands.add(band);
            }
        }
        Html head = el("tr").add(el("td").add(el("span", "unseen").text(scene.say("filter.tier"))));
        bands.forEach(band -> head.add(el("th", "number").key(band.code()).attr("scope", "col")
                .text(scene.say("filter.band." + band.code()))));
        Html body = el("tbody");
        for (Tier tier : Tier.values()) {
            if (tier.ordinal() <= Tier.RACK.ordinal() || tier == Tier.UNKNOWN || any(grid, tier.code() + ",")) {
                body.add(row(tier, bands, grid));
            }
        }
        return el("div", "tier-grid").add(el("table")
                .add(el("caption").text(scene.say("tier.grid")))
                .add(el("thead").add(head)).add(body));
    }

    private static boolean any(Map<String, Integer> grid, String part) {
        return grid.keySet().stream().anyMatch(key -> key.startsWith(part) || key.endsWith(part));
    }

    private Html row(Tier tier, List<ParameterBand> bands, Map<String, Integer> grid) {
        Html row = el("tr").key(tier.code()).add(el("th").attr("scope", "row").text(scene.say("tier." + tier.code())));
        for (ParameterBand band : bands) {
            int count = grid.getOrDefault(tier.code() + "," + band.code(), 0);
            Html cell = el("td", "number").key(band.code());
            row.add(count == 0 ? cell.add(el("span", "muted").text(scene.words().number(0, 0)))
                    : cell.add(button(tier, band, count)));
        }
        return row;
    }

    private Html button(Tier tier, ParameterBand band, int count) {
        boolean chosen = view.filters().of(Facet.TIER).equals(List.of(tier.code()))
                && view.filters().of(Facet.BAND).equals(List.of(band.code()));
        Filters next = view.filters()
                .with(Facet.TIER, chosen ? List.of() : List.of(tier.code()))
                .with(Facet.BAND, chosen ? List.of() : List.of(band.code()));
        return el("button", "preset").attr("type", "button").aria("pressed", chosen)
                .aria("label", scene.say("tier.cell", Arguments.of("count", count)
                        .and("tier", scene.say("tier." + tier.code()))
                        .and("band", scene.say("filter.band." + band.code()))))
                .text(scene.words().number(count, 0))
                .on("click", e -> new ModelsEvent.Changed(view.with(next)));
    }
}
