package dev.llmplanner.view.measurement;

import dev.llmplanner.benchmark.DeploymentKey;
import dev.llmplanner.benchmark.Run;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.scenario.Draft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Requests and answers in the terms of measurements. */
final class Deployments {

    private Deployments() {}

    /** The answer to the present scenario at the load and lengths of that run; empty where there is none. */
    static Optional<Answer> at(Run run, Scene scene) {
        Draft draft = Draft.of(scene.state().scenario(), scene.words());
        if (!draft.problems().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Json> request = new LinkedHashMap<>(draft.request().members());
        request.put("workload", workload(run.demand(), (JsonObject) request.get("workload")));
        try {
            return Optional.of(scene.resources().planner().evaluate(new JsonObject(request)));
        } catch (RequestException refused) {
            return Optional.empty();
        }
    }

    /** A tool that keeps requests in flight starts with all of them; one that sends at a rate stands for independent users. */
    private static JsonObject workload(Run.Demand demand, JsonObject asked) {
        Map<String, Json> workload = new LinkedHashMap<>(asked.members());
        demand.inputTokens().ifPresent(tokens -> workload.put("inputTokens", new JsonNumber(Math.max(1, tokens))));
        demand.outputTokens().ifPresent(tokens -> workload.put("outputTokens", new JsonNumber(Math.max(1, tokens))));
        if (demand.requestsPerSecond().isPresent()) {
            workload.remove("concurrency");
            workload.put("requestsPerSecond", new JsonNumber(demand.requestsPerSecond().getAsDouble()));
            workload.put("arrival", new JsonString(Arrival.POISSON.code()));
        } else if (demand.concurrencyCount().isPresent()) {
            workload.remove("requestsPerSecond");
            workload.put("concurrency", new JsonNumber(Math.max(1, Math.rint(demand.concurrencyCount().getAsDouble()))));
            workload.put("arrival", new JsonString(Arrival.CLOSED_LOOP.code()));
        }
        return new JsonObject(workload);
    }

    /** The deployment of that answer; empty for separate pools and for records within the request. */
    static Optional<DeploymentKey> key(Answer answer, Catalog catalog) {
        JsonObject request = answer.request();
        Optional<String> device = text(request, "accelerator")
                .or(() -> text(request, "server").flatMap(catalog::server).map(ServerEntry::acceleratorId));
        Optional<String> weights = request.get("precision").flatMap(precision -> text((JsonObject) precision, "weights"));
        if (!(request.get("layout").orElse(null) instanceof JsonObject layout) || device.isEmpty() || weights.isEmpty()
                || text(request, "model").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeploymentKey(text(request, "model").get(), device.get(),
                text(request, "engine").orElseThrow(), weights.get(), new ParallelLayout(
                        (int) number(layout, "tensorParallel"), (int) number(layout, "pipelineParallel"),
                        (int) number(layout, "expertParallel"), (int) number(layout, "attentionDataParallel"))));
    }

    /** The load and lengths of that answer, as far as scaling asks for them. */
    static Workload workload(Answer answer) {
        JsonObject workload = (JsonObject) answer.request().get("workload").orElseThrow();
        double factor = number(workload, "lengthFactor");
        double input = number(workload, "inputTokens") * factor;
        double output = Math.max(1, number(workload, "outputTokens") * factor);
        Workload.Load load = workload.get("requestsPerSecond").isPresent()
                ? new Workload.Rate(number(workload, "requestsPerSecond"))
                : new Workload.Concurrency(number(workload, "concurrency"));
        return new Workload(input, output, input + output, 0, load, Arrival.CLOSED_LOOP, Optional.empty());
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.get(name).filter(JsonString.class::isInstance).map(value -> ((JsonString) value).value());
    }

    private static double number(JsonObject object, String name) {
        return object.get(name).map(value -> ((JsonNumber) value).value()).orElse(1.0);
    }
}
