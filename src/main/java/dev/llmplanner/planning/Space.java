package dev.llmplanner.planning;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.screening.Precisions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The groups of deployments that a request opens, and why it opens none. */
final class Space {

    private final CatalogPlanner planner;
    private final SearchRequest request;
    private final List<Sites.Choice> choices;
    private final List<List<Site>> classes;
    private final Map<String, Inquiry> inquiries = new LinkedHashMap<>();

    Space(CatalogPlanner planner, SearchRequest request) {
        this(planner, request, new Sites(planner.catalog(), request.hardware()).choices());
    }

    /** With these sites alone. */
    Space(CatalogPlanner planner, SearchRequest request, List<Sites.Choice> choices) {
        this.planner = planner;
        this.request = request;
        this.choices = choices;
        Map<String, List<Site>> byDevices = new LinkedHashMap<>();
        for (Sites.Choice choice : choices) {
            if (choice.refused().isEmpty()) {
                byDevices.computeIfAbsent(choice.site().devices(), key -> new ArrayList<>()).add(choice.site());
            }
        }
        this.classes = new ArrayList<>(byDevices.values());
    }

    List<Sites.Choice> choices() {
        return choices;
    }

    /** Sites with the same devices and links, together. */
    List<List<Site>> classes() {
        return classes;
    }

    /**
     * The groups of one model on one class of sites.
     *
     * @param groups  that can be asked about
     * @param refused       why others can't, by what refuses them
     * @param contextTokens longest sequence of the model, where that refuses them
     */
    record Opened(List<Group> groups, Map<Constraint, Integer> refused, OptionalInt contextTokens) {}

    /** The id of that model of the request; of one of the reader's own its name. */
    String modelId(int model) {
        Json named = request.models().get(model);
        if (named instanceof JsonString id) {
            return planner.catalog().model(id.value()).map(ModelEntry::id).orElse(id.value());
        }
        return ((JsonObject) named).get("name").orElse(null) instanceof JsonString name ? name.value() : "own:model";
    }

    /** The groups of that model, by its place in the request, on those sites. */
    Opened open(int model, List<Site> sites) {
        Json named = request.models().get(model);
        List<Group> groups = new ArrayList<>();
        Map<Constraint, Integer> refused = new LinkedHashMap<>();
        OptionalInt longest = OptionalInt.empty();
        for (ServingEngine engine : engines(sites.get(0).accelerator())) {
            for (String weights : weights(named, sites.get(0).accelerator())) {
                for (String kvCache : request.kvCaches()) {
                    try {
                        Inquiry inquiry = inquiry(model, named, engine, weights, kvCache, sites.get(0))
                                .on(sites.get(0).hardware());
                        if (inquiry.engineSupport().isPresent()) {
                            refused.merge(Constraint.ENGINE, 1, Integer::sum);
                        } else {
                            groups.add(new Group(model, inquiry.model().id(), sites, engine, weights, kvCache, inquiry));
                        }
                    } catch (RequestException wrong) {
                        if (!wrong.code().startsWith("context-")) {
                            throw wrong;
                        }
                        refused.merge(Constraint.CONTEXT, 1, Integer::sum);
                        longest = named instanceof JsonString id
                                ? planner.catalog().model(id.value()).map(ModelEntry::maxContextTokens)
                                        .orElse(OptionalInt.empty())
                                : OptionalInt.empty();
                    }
                }
            }
        }
        return new Opened(groups, refused, longest);
    }

    private List<ServingEngine> engines(AcceleratorEntry device) {
        if (!request.engines().isEmpty()) {
            return request.engines();
        }
        return device.engines().isEmpty() ? List.of(ServingEngine.VLLM) : List.of(ServingEngine.values());
    }

    private List<String> weights(Json named, AcceleratorEntry device) {
        if (!request.weights().isEmpty()) {
            return request.weights();
        }
        Optional<ModelEntry> model =
                named instanceof JsonString id ? planner.catalog().model(id.value()) : Optional.empty();
        return model.map(known -> Formats.of(known, device)).orElse(List.of(Precisions.NATIVE));
    }

    /** Read once for all devices. */
    private Inquiry inquiry(
            int model, Json named, ServingEngine engine, String weights, String kvCache, Site any) {
        String key = model + " " + engine.code() + " " + weights + " " + kvCache;
        Inquiry inquiry = inquiries.get(key);
        if (inquiry == null) {
            inquiry = planner.inquire(Replica.asked(request, named, engine, weights, kvCache)
                    .put("accelerator", any.accelerator().id()).build());
            inquiries.put(key, inquiry);
        }
        return inquiry;
    }
}
