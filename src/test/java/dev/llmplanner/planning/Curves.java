package dev.llmplanner.planning;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.LegalLayouts;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.serving.Glances;
import dev.llmplanner.engine.serving.LoadCurve;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random replicas of the catalog that fit and whose speed is known. */
final class Curves {

    private static final int[] LENGTHS = {64, 200, 512, 1024, 4096, 16_384, 60_000};
    private static final List<String> ENGINES = List.of("vllm", "sglang", "tensorrt-llm", "mindie");

    private Curves() {}

    /** A replica at any load, and what it is. */
    record Curve(String name, LoadCurve at, double outputTokens, int held) {}

    static List<Curve> random(int seed, int count) {
        Random random = new Random(seed);
        List<ModelEntry> models = TestCatalog.catalog().models().stream()
                .filter(model -> model.architecture().isPresent()).toList();
        List<AcceleratorEntry> devices = TestCatalog.catalog().accelerators();
        List<Curve> curves = new ArrayList<>();
        while (curves.size() < count) {
            ModelEntry model = models.get(random.nextInt(models.size()));
            AcceleratorEntry device = devices.get(random.nextInt(devices.size()));
            int gpus = 1 << random.nextInt(6);
            int output = LENGTHS[random.nextInt(LENGTHS.length - 1)];
            JsonObject request = new JsonObject.Builder()
                    .put("model", model.id())
                    .put("accelerator", device.id())
                    .put("fabric", "roce-400")
                    .put("engine", ENGINES.get(random.nextInt(ENGINES.size())))
                    .put("precision", new JsonObject.Builder()
                            .put("weights", random.nextBoolean() ? "native" : random.nextBoolean() ? "fp8" : "int4").build())
                    .put("workload", new JsonObject.Builder()
                            .put("inputTokens", LENGTHS[random.nextInt(LENGTHS.length)])
                            .put("outputTokens", output)
                            .put("prefixCacheHitFraction", random.nextBoolean() ? 0 : 0.8)
                            .put("concurrency", 1)
                            .build())
                    .build();
            try {
                Inquiry inquiry = TestCatalog.planner().inquire(request);
                Deployment any = inquiry.deployment(ParallelLayout.tensor(1));
                List<ParallelLayout> layouts = LegalLayouts.of(any.architecture(), any.weights(), gpus);
                if (layouts.isEmpty() || device.accelerator().memory().isEmpty()) {
                    continue;
                }
                ParallelLayout layout = layouts.get(random.nextInt(layouts.size()));
                Deployment deployment = inquiry.deployment(layout);
                MemoryPlan plan = MemoryPlan.of(
                        deployment, device.accelerator().memory().get(), inquiry.knowledge().memoryRules());
                Glances glances = Glances.of(deployment, inquiry.knowledge());
                if (plan.shortfallBytes() <= 0 && plan.maxRunningBatch() >= 1 && glances.knowsSpeed()) {
                    curves.add(new Curve(model.id() + " on " + device.id() + " " + layout + " " + request.get("workload"),
                            glances.curve(deployment, plan), output, (int) Math.floor(plan.maxRunningBatch())));
                }
            } catch (RequestException refused) {
                // Lengths beyond the model.
            }
        }
        return curves;
    }
}
