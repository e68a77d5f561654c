package dev.llmplanner.handover;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.handover.Order.Pools;
import dev.llmplanner.handover.Order.Role;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.Optional;

/** Makes orders of requests. */
public final class Orders {

    private static final String RELEASE = "release";
    private static final String WORKERS = "workers";

    private Orders() {}

    /**
     * The order of those replicas of that request.
     *
     * @param request  as {@code estimate} takes it
     * @param name     as its owner calls it
     * @param replicas that serve
     * @return empty where nothing can be handed over: the model's fields aren't known
     * @throws dev.llmplanner.contract.RequestException where the request asks for what can't be
     */
    public static Optional<Order> of(CatalogPlanner planner, JsonObject request, String name, int replicas) {
        Answer answer = planner.evaluate(request);
        JsonCursor filled = JsonCursor.of(answer.request());
        boolean separate = filled.findString("mode").map(mode -> mode.equals("disaggregated")).orElse(false);
        if (filled.find(separate ? Role.DECODE.code() : "layout").isEmpty()) {
            return Optional.empty();
        }
        Maker maker = new Maker(planner.inquire(answer.request()), answer, name, request);
        if (!separate) {
            return Optional.of(maker.order(layout(filled.at("layout")), replicas, Role.WHOLE, Optional.empty()));
        }
        JsonCursor prefill = filled.at(Role.PREFILL.code());
        JsonCursor decode = filled.at(Role.DECODE.code());
        Pools pools = new Pools(
                maker.order(layout(prefill.at("layout")), prefill.integer(WORKERS) * replicas, Role.PREFILL, Optional.empty()),
                prefill.integer(WORKERS),
                maker.order(layout(decode.at("layout")), decode.integer(WORKERS) * replicas, Role.DECODE, Optional.empty()),
                decode.integer(WORKERS));
        return Optional.of(maker.order(pools.decode().layout(), replicas, Role.WHOLE, Optional.of(pools)));
    }

    /** What orders of one request have in common. */
    private record Maker(Inquiry inquiry, Answer answer, String name, JsonObject asked) {

        Order order(ParallelLayout layout, int replicas, Role role, Optional<Pools> pools) {
            Deployment deployment = inquiry.deployment(layout);
            JsonCursor filled = JsonCursor.of(answer.request());
            return new Order(
                    name,
                    inquiry.model(),
                    repository(inquiry.model(), deployment.weights()),
                    inquiry.hardware(),
                    deployment.engine(),
                    filled.findString("engineVersion"),
                    filled.at("precision").string("weights"),
                    deployment.weights(),
                    deployment.kvFormat(),
                    layout,
                    deployment.limits(),
                    deployment.workload(),
                    replicas,
                    answer,
                    asked,
                    role,
                    pools);
        }
    }

    private static ParallelLayout layout(JsonCursor layout) {
        return new ParallelLayout(
                layout.integer("tensorParallel"),
                layout.integer("pipelineParallel"),
                layout.integer("expertParallel"),
                layout.integer("attentionDataParallel"));
    }

    /** The release where the checkpoint is in its own formats, else the first quantised one of that format. */
    private static Optional<String> repository(ModelEntry model, WeightRecipe recipe) {
        boolean released = recipe.equals(model.nativeRecipe());
        for (ModelEntry.Repository candidate : model.repositories()) {
            boolean fits = released
                    ? candidate.role().equals(RELEASE)
                    : candidate.format().map(format -> isFormat(format, recipe.linear())).orElse(false);
            if (fits) {
                return Optional.of(candidate.name());
            }
        }
        return Optional.empty();
    }

    private static boolean isFormat(String format, WeightFormat linear) {
        return format.equals(linear.code());
    }
}
