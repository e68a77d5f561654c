package dev.llmplanner.contract;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Requests as people and programs might send them: the same ones for the same seed. Most are legal, some ask for what
 * can't be.
 */
public final class RandomRequests {

    private static final List<Integer> GPUS = List.of(1, 2, 4, 8, 8, 8, 16, 16, 32, 64, 3, 6, 12, 100);
    private static final List<Integer> DEGREES = List.of(1, 1, 1, 2, 4, 8, 8, 16);
    private static final List<Json> ODDITIES = List.of(
            new JsonNumber(-1), new JsonNumber(0), new JsonNumber(1e99), new JsonNumber(0.5), new JsonNumber(7),
            new JsonString(""), new JsonString("ten"), new JsonString("\u6a21\u578b"), JsonNull.NULL,
            new JsonBoolean(true), new JsonArray(List.of()), new JsonObject(Map.of()));

    private final Random random;
    private final List<String> models;
    private final List<String> accelerators;
    private final List<String> servers;
    private final List<String> fabrics;
    private final List<String> repositories;

    public RandomRequests(long seed, Catalog catalog) {
        random = new Random(seed);
        models = catalog.models().stream().map(ModelEntry::id).sorted().toList();
        accelerators = catalog.accelerators().stream().map(AcceleratorEntry::id).sorted().toList();
        servers = catalog.servers().stream().map(ServerEntry::id).sorted().toList();
        fabrics = catalog.fabrics().stream().map(FabricEntry::id).sorted().toList();
        repositories = catalog.models().stream()
                .flatMap(model -> model.repositories().stream()).map(ModelEntry.Repository::name).sorted().toList();
    }

    /** The next {@code count} requests. */
    public List<JsonObject> next(int count) {
        List<JsonObject> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(next());
        }
        return requests;
    }

    /** The next request; about one in eight has something odd in it. */
    public JsonObject next() {
        JsonObject request = legal();
        return one(8) ? spoilt(request) : request;
    }

    private JsonObject legal() {
        Map<String, Json> request = new LinkedHashMap<>();
        request.put("model", new JsonString(one(6) ? of(repositories) : of(models)));
        hardware(request);
        if (!one(4)) {
            request.put("engine", new JsonString(of(Choices.ENGINES)));
        }
        if (one(8)) {
            request.put("engineVersion", new JsonString(of(List.of("0.19.0", "0.21", "0.15.1", "1.2.0rc6.post2", "2", "0.5.9", "0.22.1", "1.0.0rc3", "v1"))));
        }
        if (!one(3)) {
            request.put("precision", precision());
        }
        if (one(8)) {
            request.put("mode", new JsonString("disaggregated"));
            request.put("prefill", pool());
            request.put("decode", pool());
        } else {
            size(request);
        }
        if (one(100)) {
            request.put("mode", new JsonString(of(Choices.MODES)));
        }
        if (!one(12)) {
            request.put("workload", workload());
        }
        if (one(6)) {
            request.put("gpuMemoryUtilization", new JsonNumber(fraction(0.5, 1)));
        }
        if (one(8)) {
            request.put("maxModelLen", new JsonNumber(Math.floor(magnitude(16, 400_000))));
        }
        if (one(8)) {
            request.put("maxBatchedTokens", new JsonNumber(Math.floor(magnitude(16, 100_000))));
        }
        return new JsonObject(request);
    }

    private void hardware(Map<String, Json> request) {
        int kind = random.nextInt(10);
        if (kind < 7) {
            request.put("accelerator", new JsonString(of(accelerators)));
        } else if (kind < 9) {
            request.put("server", new JsonString(of(servers)));
            if (one(2)) {
                request.put("nodes", new JsonNumber(1 + random.nextInt(4)));
            }
        } else {
            request.put("accelerator", ownAccelerator());
        }
        if (one(4)) {
            request.put("fabric", new JsonString(of(fabrics)));
        }
    }

    private Json ownAccelerator() {
        JsonObject.Builder record = new JsonObject.Builder();
        if (!one(5)) {
            record.put("calibration", of(List.of("hopper", "blackwell", "ampere", "ada", "cdna3", "none")));
        }
        JsonObject.Builder memory = new JsonObject.Builder();
        if (!one(8)) {
            memory.put(of(List.of("usableGiB", "marketingGB")), fraction(40, 300));
        }
        if (!one(8)) {
            memory.put("bandwidthGBps", magnitude(500, 10_000));
        }
        record.put("memory", memory.build());
        record.put("denseTflops", new JsonObject.Builder()
                .put(one(4) ? "fp16" : "bf16", magnitude(50, 3000))
                .put("fp8", magnitude(100, 6000)).build());
        if (!one(4)) {
            record.put("scaleUp", new JsonObject.Builder()
                    .put("perDirectionGBps", magnitude(50, 1000)).put("maxDomain", of(List.of(2, 8, 72))).build());
        }
        record.put("hostLink", new JsonObject.Builder().put("perDirectionGBps", fraction(16, 64)).build());
        return record.build();
    }

    private Json precision() {
        JsonObject.Builder precision = new JsonObject.Builder();
        if (!one(5)) {
            precision.put("weights", of(Choices.WEIGHTS));
        }
        if (one(2)) {
            precision.put("kvCache", of(Choices.KV_CACHE));
        }
        return precision.build();
    }

    private void size(Map<String, Json> request) {
        if (one(3)) {
            request.put("layout", layout());
        } else if (!one(6)) {
            request.put("gpus", new JsonNumber(of(GPUS)));
        }
    }

    private Json pool() {
        Map<String, Json> pool = new LinkedHashMap<>();
        if (!one(4)) {
            pool.put("workers", new JsonNumber(1 + random.nextInt(6)));
        }
        size(pool);
        return new JsonObject(pool);
    }

    private Json layout() {
        JsonObject.Builder layout = new JsonObject.Builder().put("tensorParallel", of(DEGREES));
        if (one(5)) {
            layout.put("pipelineParallel", of(DEGREES));
        }
        if (one(3)) {
            layout.put("expertParallel", of(DEGREES));
        }
        if (one(4)) {
            layout.put("attentionDataParallel", of(DEGREES));
        }
        return layout.build();
    }

    private Json workload() {
        JsonObject.Builder workload = new JsonObject.Builder()
                .put("inputTokens", Math.floor(magnitude(1, 60_000)))
                .put("outputTokens", Math.floor(magnitude(1, 9_000)));
        if (one(3)) {
            workload.put("lengthFactor", fraction(0.5, 1));
        }
        if (one(4)) {
            workload.put("requestsPerSecond", magnitude(0.001, 60));
        } else if (!one(6)) {
            workload.put("concurrency", Math.floor(magnitude(1, 4000)));
        }
        if (one(3)) {
            workload.put("arrival", of(Choices.ARRIVALS));
        }
        if (one(5)) {
            workload.put("prefixCacheHitFraction", fraction(0, 0.95));
        }
        if (one(15)) {
            workload.put("speculative", new JsonObject.Builder()
                    .put("depth", 1 + random.nextInt(4)).put("acceptance", fraction(0, 1)).build());
        }
        return workload.build();
    }

    /** One member, at the top or one level below, replaced, added or taken away. */
    private JsonObject spoilt(JsonObject request) {
        Map<String, Json> members = new LinkedHashMap<>(request.members());
        String name = one(12) ? "gpu" : of(new ArrayList<>(members.keySet()));
        Json present = members.get(name);
        if (present instanceof JsonObject inner && !inner.members().isEmpty() && one(2)) {
            members.put(name, spoilt(inner));
        } else if (one(8)) {
            members.remove(name);
        } else if (present instanceof JsonString text && one(2)) {
            members.put(name, new JsonString(text.value() + "x"));
        } else {
            members.put(name, of(ODDITIES));
        }
        return new JsonObject(members);
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private double fraction(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private double magnitude(double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }
}
