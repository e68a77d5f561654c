package dev.llmplanner.planning;

import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes what a missing fact leaves open: the plans, and each kind of fact once with how many plans wait for it. */
final class UndecidedWriter {

    private final SearchRequest request;
    private final Exploration exploration;
    private final PlanWriter plans;
    private final List<Plan> open;
    private final List<Region> unknown = new ArrayList<>();

    UndecidedWriter(SearchRequest request, Exploration exploration, PlanWriter plans) {
        this.request = request;
        this.exploration = exploration;
        this.plans = plans;
        this.open = exploration.undecided();
        for (Region region : exploration.regions()) {
            if (region.plans.isEmpty() && region.undecided.isEmpty() && Rejections.isUnknown(region)) {
                unknown.add(region);
            }
        }
    }

    /** Plans, listed or not, and regions without any. */
    int size() {
        return open.size() + unknown.size();
    }

    /** The first plans by rank, and all regions whose speed isn't known. */
    JsonArray write() {
        List<Json> written = new ArrayList<>();
        for (Plan plan : open.subList(0, Math.min(request.limit(), open.size()))) {
            written.add(Replica.place(plan.group().modelId(), plan.site())
                    .put("plan", plans.write(plan, 0, 0, exploration.region(plan).candidates))
                    .put("facts", facts(plan.facts())).build());
        }
        for (Region region : unknown) {
            written.add(Replica.place(region.modelId, region.site).put("facts", facts(of(region))).build());
        }
        return new JsonArray(written);
    }

    private static JsonArray facts(List<Fact> facts) {
        List<Json> written = new ArrayList<>();
        for (Fact fact : facts) {
            JsonObject.Builder one = new JsonObject.Builder()
                    .put("field", fact.field()).put("subject", fact.subject()).put("code", fact.code());
            fact.file().ifPresent(file -> one.put("file", file));
            fact.constraint().ifPresent(constraint -> one.put("constraint", constraint.code()));
            written.add(one.build());
        }
        return new JsonArray(written);
    }

    /** One kind of fact, whatever records lack it and whatever limits it decides. */
    private static final class Waiting {
        private final Fact first;
        private final Set<Constraint> constraints = new LinkedHashSet<>();
        private final Map<String, Fact> subjects = new LinkedHashMap<>();
        private int plans;

        Waiting(Fact first) {
            this.first = first;
        }

        void add(Fact fact) {
            subjects.put(fact.subject(), fact);
            fact.constraint().ifPresent(constraints::add);
        }
    }

    /** Of all undecided plans, also of those that aren't listed: what most of them wait for comes first. */
    JsonArray facts() {
        Map<String, Waiting> byKind = new LinkedHashMap<>();
        open.forEach(plan -> count(plan.facts(), byKind));
        unknown.forEach(region -> count(of(region), byKind));
        List<Waiting> sorted = new ArrayList<>(byKind.values());
        sorted.sort(Comparator.comparingInt(waiting -> -waiting.plans));
        List<Json> written = new ArrayList<>();
        for (Waiting waiting : sorted) {
            JsonObject.Builder one = new JsonObject.Builder()
                    .put("code", waiting.first.code()).put("field", waiting.first.field());
            part(waiting.first).ifPresent(part -> one.put("part", part));
            List<Json> constraints = new ArrayList<>();
            waiting.constraints.forEach(constraint -> constraints.add(new JsonString(constraint.code())));
            List<Json> subjects = new ArrayList<>();
            waiting.subjects.values().forEach(fact -> {
                JsonObject.Builder subject = new JsonObject.Builder().put("subject", fact.subject());
                fact.file().ifPresent(file -> subject.put("file", file));
                subjects.add(subject.build());
            });
            written.add(one.put("constraints", new JsonArray(constraints)).put("plans", waiting.plans)
                    .put("subjects", new JsonArray(subjects)).build());
        }
        return new JsonArray(written);
    }

    private static void count(List<Fact> facts, Map<String, Waiting> byKind) {
        Set<Waiting> counted = new LinkedHashSet<>();
        for (Fact fact : facts) {
            String kind = fact.code() + " " + fact.field() + " " + part(fact).orElse("");
            Waiting waiting = byKind.computeIfAbsent(kind, key -> new Waiting(fact));
            waiting.add(fact);
            waiting.plans += counted.add(waiting) ? 1 : 0;
        }
    }

    /** The part of the price book that it belongs to. */
    private static Optional<String> part(Fact fact) {
        int colon = fact.subject().indexOf(':');
        return fact.code().equals(BudgetJudge.PRICE_UNKNOWN) && colon > 0
                ? Optional.of(fact.subject().substring(0, colon)) : Optional.empty();
    }

    private static String key(Fact fact) {
        return fact.code() + " " + fact.field() + " " + fact.subject();
    }

    /** What the speed of a region needs and isn't there, each once. */
    private static List<Fact> of(Region region) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (Finding finding : region.missing) {
            Fact fact = of(finding, region);
            facts.putIfAbsent(key(fact), fact);
        }
        return List.copyOf(facts.values());
    }

    private static Fact of(Finding finding, Region region) {
        Map<String, String> facts = finding.facts();
        if (finding.code().equals("fabric-unknown")) {
            // Without a fabric in the request it is the server's cards that would tell it.
            return new Fact(finding.code(), "nics", region.site.id(),
                    region.site.server().map(server -> "hardware-catalog/servers/" + server.id() + ".json"), Optional.empty());
        }
        String field = facts.containsKey("format") ? finding.code() + ":" + facts.get("format")
                : facts.getOrDefault("field", finding.code());
        String subject = facts.getOrDefault("accelerator",
                facts.getOrDefault("model", finding.code().equals("operator-unknown") ? region.modelId : region.site.id()));
        return new Fact(finding.code(), field, subject, Optional.ofNullable(facts.get("file")), Optional.empty());
    }
}
