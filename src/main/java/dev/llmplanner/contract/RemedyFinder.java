package dev.llmplanner.contract;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The smallest changes that make a deployment fit, each tried before it is offered.
 *
 * <p>Tried in this order: an FP8 cache, narrower published weights, shorter prompts, fewer requests, more GPUs or
 * servers. A change is offered only where its verdict is better than the present one.
 */
final class RemedyFinder {

    private static final List<String> NARROWER = List.of("fp8", "fp4", "int4");
    private static final int MOST_DOUBLINGS = 4;
    private static final int SHORTEST_PROMPT = 64;

    private final Function<JsonObject, Optional<Estimate>> tryOut;

    /**
     * @param tryOut the estimate of a changed request; empty where it is refused
     */
    RemedyFinder(Function<JsonObject, Optional<Estimate>> tryOut) {
        this.tryOut = tryOut;
    }

    /** Remedies for each finding that has any, smallest changes first. */
    List<Remedy> remedies(JsonObject filled, ResolvedRequest request, Estimate estimate) {
        List<Remedy> remedies = new ArrayList<>();
        for (Finding finding : estimate.findings()) {
            boolean answered = finding.code().equals("does-not-fit") || finding.code().equals("kv-limited");
            if (answered) {
                find(filled, request, estimate, finding, remedies);
            }
        }
        return remedies;
    }

    private void find(
            JsonObject filled, ResolvedRequest request, Estimate estimate, Finding finding, List<Remedy> remedies) {
        Offer offer = new Offer(filled, finding, remedies);
        if (request.kvFormat() == KvFormat.BF16) {
            otherFormat(offer, "fp8-kv-cache", "kvCache", "fp8");
        }
        for (String weights : narrower(request)) {
            otherFormat(offer, "narrower-weights", "weights", weights);
        }
        if (finding.code().equals("kv-limited")) {
            double most = Math.floor(estimate.kvCache().map(figures -> figures.runningBatch()).orElse(0.0));
            if (most >= 1 && request.workload().load() instanceof Workload.Concurrency) {
                offer.make("fewer-requests", workload("concurrency", most));
            }
        } else {
            shorterPrompt(request, offer);
        }
        moreHardware(filled, request, offer);
    }

    /** Offers changes of one request for one finding. */
    private final class Offer {

        private final JsonObject filled;
        private final Finding finding;
        private final List<Remedy> remedies;

        Offer(JsonObject filled, Finding finding, List<Remedy> remedies) {
            this.filled = filled;
            this.finding = finding;
            this.remedies = remedies;
        }

        /** Offers the change where it helps. */
        boolean make(String code, JsonObject change) {
            Optional<Estimate> then = tryOut.apply(Patch.apply(filled, change));
            boolean helps = then.isPresent()
                    && then.get().verdict() != Verdict.DOES_NOT_FIT
                    && then.get().verdict() != Verdict.UNKNOWN
                    && !Finding.among(then.get().findings(), finding.code());
            if (helps) {
                remedies.add(new Remedy(code, finding.code(), change, then.get().verdict()));
            }
            return helps;
        }
    }

    /** Narrower forms that are published for the model, widest first. */
    private static List<String> narrower(ResolvedRequest request) {
        ModelEntry model = request.model();
        double present = request.recipe().linear().bytesPerElement();
        List<String> codes = new ArrayList<>();
        for (String code : NARROWER) {
            boolean published = model.recipes().containsKey(code);
            if (published && linear(model, code).bytesPerElement() < present) {
                codes.add(code);
            }
        }
        return codes;
    }

    private static WeightFormat linear(ModelEntry model, String code) {
        return model.recipes().get(code).linear();
    }

    private void shorterPrompt(ResolvedRequest request, Offer offer) {
        double prompt = request.workload().inputTokens() / request.lengthFactor();
        for (double shorter = Math.floor(prompt / 2); shorter >= SHORTEST_PROMPT; shorter = Math.floor(shorter / 2)) {
            if (offer.make("shorter-prompt", workload("inputTokens", shorter))) {
                return;
            }
        }
    }

    private static void moreServers(ResolvedRequest request, Offer offer) {
        for (int step = 0, nodes = request.hardware().nodes() * 2; step < MOST_DOUBLINGS; step++, nodes *= 2) {
            int gpus = nodes * request.hardware().gpusPerNode().orElseThrow();
            JsonObject change = new JsonObject.Builder()
                    .put("nodes", nodes).put("gpus", gpus).put("layout", JsonNull.NULL).build();
            if (offer.make("more-servers", change)) {
                return;
            }
        }
    }

    private void moreHardware(JsonObject filled, ResolvedRequest request, Offer offer) {
        if (request.hardware().server().isPresent()) {
            moreServers(request, offer);
            return;
        }
        int present = (int) filled.get("gpus").map(gpus -> ((JsonNumber) gpus).value()).orElse(1.0).doubleValue();
        int gpus = 1;
        while (gpus <= present) {
            gpus *= 2;
        }
        for (int step = 0; step < MOST_DOUBLINGS; step++, gpus *= 2) {
            JsonObject change =
                    new JsonObject.Builder().put("gpus", gpus).put("layout", JsonNull.NULL).build();
            if (offer.make("more-gpus", change)) {
                return;
            }
        }
    }

    /** In the present layout; where that doesn't help, in one that is chosen anew. */
    private static void otherFormat(Offer offer, String code, String member, String value) {
        JsonObject precision = new JsonObject.Builder().put(member, value).build();
        if (!offer.make(code, new JsonObject.Builder().put("precision", precision).build())) {
            offer.make(code, new JsonObject.Builder()
                    .put("precision", precision).put("layout", JsonNull.NULL).build());
        }
    }

    private static JsonObject workload(String member, double value) {
        return new JsonObject.Builder()
                .put("workload", new JsonObject.Builder().put(member, value).build())
                .build();
    }
}
