package dev.llmplanner.handover.report;

import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.acceptance.AcceptancePlan;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.materials.Bill;
import dev.llmplanner.handover.materials.Procurement;
import dev.llmplanner.handover.text.JsonLines;
import dev.llmplanner.handover.text.Sha256;
import dev.llmplanner.handover.text.Trees;
import dev.llmplanner.handover.text.Utf8;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the report says.
 *
 * @param launches    of a replica; of a prefill and of a decode worker where there are pools
 * @param acceptance  absent where no speed is known
 * @param procurement absent where prices aren't at hand
 * @param bill        of the procurement, in words
 * @param containers  what can't be expressed in containers
 * @param estimate    the estimate of one replica as the contract writes it, with the nearest measurements
 * @param comparison  with the other plans of the search that it comes from; absent where it doesn't come from one
 * @param version     of the planner and its catalog
 */
public record Report(
        Order order,
        List<Launch> launches,
        Optional<AcceptancePlan> acceptance,
        Optional<Procurement> procurement,
        Optional<Bill> bill,
        List<Finding> containers,
        JsonObject estimate,
        Optional<Comparison> comparison,
        String version) {

    public Report {
        launches = List.copyOf(launches);
        containers = List.copyOf(containers);
    }

    /** How a replica is started, or one of its decode workers. */
    public Launch launch() {
        return launches.get(launches.size() - 1);
    }

    /** All findings: of the estimate, of the launch, of containers. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(order.answer().estimate().findings());
        all.addAll(problems());
        return all;
    }

    /** Findings of the handover itself. */
    public List<Finding> problems() {
        Set<Finding> all = new LinkedHashSet<>();
        launches.forEach(launch -> all.addAll(launch.problems()));
        all.addAll(containers);
        return List.copyOf(all);
    }

    /** The request, the replicas, the terms of the cost and the version: what gives the same report again. */
    public JsonObject plan() {
        JsonObject.Builder plan = Trees.object()
                .put("kind", "llm-deployment-planner/plan")
                .put("name", order.name())
                .put("version", version)
                .put("replicas", order.replicas());
        procurement.ifPresent(known -> plan.put("servers", known.servers()).put("spareServers", known.spare())
                .put("cost", PlanTerms.of(known)));
        return plan.put("request", order.answer().request()).build();
    }

    /** The plan's fingerprint: the SHA-256 of its text on one line. */
    public String hash() {
        return Sha256.of(Utf8.bytes(JsonLines.compact(plan())));
    }
}
