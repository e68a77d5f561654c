package dev.llmplanner.planning;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names the wishes that nothing can meet, where a search ends without a plan and without an undecided one.
 *
 * <p>Each region is stopped by the constraint that its furthest deployment broke. Where all are stopped by one and the same,
 * that wish alone can't be met; else each constraint that stops some is named with its nearest region, and that they go
 * together.
 */
final class Contradictions {

    private Contradictions() {}

    static JsonArray of(List<Region> regions) {
        Map<Constraint, Region> nearest = new LinkedHashMap<>();
        for (Region region : Rejections.of(regions)) {
            nearest.putIfAbsent(region.furthest(), region);
        }
        List<Json> named = new ArrayList<>();
        List<Json> together = new ArrayList<>();
        boolean searched = false;
        for (Constraint constraint : nearest.keySet()) {
            searched |= constraint.compareTo(Constraint.ENGINE) >= 0;
        }
        for (Map.Entry<Constraint, Region> entry : nearest.entrySet()) {
            // Servers that a filter leaves out contradict nothing where others were searched.
            if (!searched || entry.getKey().compareTo(Constraint.ENGINE) >= 0) {
                named.add(one(entry.getKey(), entry.getValue()));
                together.add(new JsonString(entry.getKey().code()));
            }
        }
        if (named.size() > 1) {
            named.add(new JsonObject.Builder()
                    .put("code", "together").put("constraints", new JsonArray(together)).build());
        }
        if (nearest.isEmpty()) {
            named.add(new JsonObject.Builder().put("code", "no-hardware")
                    .put("constraints", new JsonArray(List.of(new JsonString("availability")))).build());
        }
        return new JsonArray(named);
    }

    private static JsonObject one(Constraint constraint, Region region) {
        JsonObject.Builder written = new JsonObject.Builder()
                .put("code", code(constraint))
                .put("constraints", new JsonArray(List.of(new JsonString(constraint.code()))));
        if (!Double.isNaN(region.closest())) {
            written.put("closest", region.closest()).put("limit", region.limit()).put("unit", region.unit());
        }
        written.put("model", region.modelId);
        region.site.server().ifPresent(server -> written.put("server", server.id()));
        return written.put("accelerator", region.site.accelerator().id()).build();
    }

    private static String code(Constraint constraint) {
        return switch (constraint) {
            case AVAILABILITY, VENDOR, COUNTRY, RECOMMENDABLE -> "no-hardware";
            case ENGINE -> "no-engine";
            case LAYOUT, FACT, DEMAND -> "no-layout";
            case CONTEXT -> "context-too-long";
            case MEMORY -> "does-not-fit";
            case TPOT -> "tpot-below-any";
            case TTFT -> "ttft-below-any";
            case SERVERS -> "servers-below-least";
            case GPUS -> "gpus-below-least";
            case RACK_UNITS -> "rack-units-below-least";
            case RACKS -> "racks-below-least";
            case POWER -> "power-below-least";
            case PURCHASE -> "budget-below-cheapest";
        };
    }
}
