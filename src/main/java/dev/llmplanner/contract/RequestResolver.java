package dev.llmplanner.contract;

import static dev.llmplanner.contract.RequestReader.code;
import static dev.llmplanner.contract.RequestReader.integer;
import static dev.llmplanner.contract.RequestReader.number;
import static dev.llmplanner.contract.RequestReader.onlyMembers;
import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.Constants;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.EngineVersion;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads a request, refuses what can't be, and fills in what the engines and checkpoints do by themselves. */
final class RequestResolver {

    private static final int MOST_GPUS = 4096;
    private static final String GPUS_RANGE = "a whole number from 1 to 4096";
    private static final String DEGREE_RANGE = "a whole number from 1 to 4096";

    private final Constants constants;
    private final Catalog catalog;
    private final Optional<ModelImporter> importer;
    private final HardwareResolver hardwareResolver;
    private final WorkloadResolver workloadResolver = new WorkloadResolver();

    RequestResolver(Catalog catalog, Constants constants, Optional<InlineHardware> records, Optional<ModelImporter> importer) {
        this.catalog = catalog;
        this.importer = importer;
        this.constants = constants;
        this.hardwareResolver = new HardwareResolver(catalog, records);
    }

    ResolvedRequest resolve(JsonObject request) {
        JsonCursor root = JsonCursor.of(request);
        onlyMembers(root, Choices.REQUEST);
        ModelEntry model = model(root);
        Hardware hardware = hardwareResolver.resolve(root);
        ServingEngine engine = Choices.engine(code(root, "engine", Choices.ENGINES).orElse("vllm"));
        Optional<String> version = shaped(() -> root.findString("engineVersion"));
        Optional<JsonCursor> precision = shaped(() -> root.find("precision"));
        precision.ifPresent(object -> onlyMembers(object, Choices.PRECISION));
        String weights = precision.flatMap(object -> code(object, "weights", Choices.WEIGHTS)).orElse("native");
        WeightRecipe recipe = recipe(model, weights);
        KvFormat kvFormat = precision
                .flatMap(object -> code(object, "kvCache", Choices.KV_CACHE))
                .map(Choices::kvFormat)
                .orElse(engineKvFormat(recipe));
        EngineLimits limits = limits(root, model, hardware, engine, version.map(RequestResolver::version));
        WorkloadResolver.Resolved workload = workloadResolver.resolve(root, limits, model);
        Optional<ResolvedRequest.PoolRequests> pools = pools(root);
        Optional<ParallelLayout> layout = layout(root);
        OptionalInt gpus = pools.isPresent() ? OptionalInt.empty() : available(gpus(root, layout), hardware, layout);
        return new ResolvedRequest(
                model, hardware, engine, version.map(RequestResolver::version), weights, recipe, kvFormat,
                gpus, layout, workload.workload(), workload.lengthFactor(),
                workload.longestSequence(limits),
                pools);
    }

    private ModelEntry model(JsonCursor root) {
        JsonCursor named = shaped(() -> root.at("model"));
        if (importer.isPresent() && !(named.value() instanceof JsonString)) {
            return importer.get().read(named);
        }
        String id = shaped(named::string);
        return catalog.model(id).orElseThrow(() -> {
            List<String> near = Nearest.to(id, catalog.modelIds());
            return new RequestException("unknown-model", "model", near,
                    "model \"" + id + "\" is not in the catalog; did you mean " + RequestReader.join(near) + "?");
        });
    }

    private static WeightRecipe recipe(ModelEntry model, String weights) {
        if (weights.equals("native")) {
            return model.nativeRecipe();
        }
        WeightRecipe published = model.recipes().get(weights);
        if (published != null) {
            return published;
        }
        return WeightRecipe.of(switch (weights) {
            case "bf16" -> WeightFormat.BF16;
            case "fp8" -> model.mixture() ? WeightFormat.FP8_BLOCK : WeightFormat.FP8;
            case "fp8-block" -> WeightFormat.FP8_BLOCK;
            case "fp4" -> WeightFormat.NVFP4;
            case "mxfp4" -> WeightFormat.MXFP4;
            case "int8" -> WeightFormat.INT8;
            case "int4" -> WeightFormat.INT4;
            case "gguf-q8_0" -> WeightFormat.GGUF_Q8_0;
            case "gguf-q6_k" -> WeightFormat.GGUF_Q6_K;
            case "gguf-q5_k_m" -> WeightFormat.GGUF_Q5_K_M;
            case "gguf-q4_k_m" -> WeightFormat.GGUF_Q4_K_M;
            default -> throw new IllegalStateException("weights " + weights);
        });
    }

    /** Engines keep a BF16 cache unless the checkpoint declares another: the published FP4 ones declare FP8. */
    private static KvFormat engineKvFormat(WeightRecipe recipe) {
        return recipe.linear() == WeightFormat.NVFP4 ? KvFormat.FP8 : KvFormat.BF16;
    }

    private static EngineVersion version(String text) {
        int dot = text.indexOf('.');
        int end = dot < 0 ? -1 : text.indexOf('.', dot + 1);
        String major = dot < 0 ? text : text.substring(0, dot);
        String minor = dot < 0 ? "0" : end < 0 ? text.substring(dot + 1) : text.substring(dot + 1, end);
        return new EngineVersion(part(text, major), part(text, minor));
    }

    private static int part(String text, String digits) {
        boolean onlyDigits = !digits.isEmpty() && digits.length() <= 4;
        for (int i = 0; i < digits.length(); i++) {
            onlyDigits &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
        }
        if (!onlyDigits) {
            throw new RequestException("wrong-version", "engineVersion", List.of("major.minor.patch"),
                    "engineVersion is \"" + text + "\"; write numbers with dots, as 0.21.0");
        }
        return Integer.parseInt(digits);
    }

    private EngineLimits limits(
            JsonCursor root, ModelEntry model, Hardware hardware, ServingEngine engine,
            Optional<EngineVersion> version) {
        boolean small = HardwareResolver.isSmall(hardware);
        Map<ServingEngine, EngineLimits> defaults = small ? constants.smallDeviceLimits() : constants.limits();
        EngineLimits usual = defaults.get(engine);
        OptionalDouble share = number(root, "gpuMemoryUtilization", 0.05, 1, "a fraction from 0.05 to 1");
        OptionalDouble fraction = share.isPresent() ? share : usualFraction(usual, engine, version);
        double batched = integer(root, "maxBatchedTokens", 16, 1_048_576, "a whole number from 16 to 1048576")
                .orElse((int) usual.maxBatchedTokens());
        OptionalInt longest = model.maxContextTokens();
        OptionalInt asked = integer(root, "maxModelLen", 1, 100_000_000, "a whole number of tokens, 1 or more");
        if (asked.isPresent() && longest.isPresent() && asked.getAsInt() > longest(model)) {
            throw new RequestException("context-beyond-model", "maxModelLen",
                    List.of("1 to " + longest(model)),
                    "maxModelLen is " + asked.getAsInt() + "; " + model.id() + " goes to " + longest(model)
                            + " tokens");
        }
        double length = asked.isPresent() ? asked.getAsInt()
                : longest.isPresent() ? longest(model) : Double.POSITIVE_INFINITY;
        return new EngineLimits(fraction, length, batched, usual.maxRunningSequences());
    }

    /** vLLM raised its default with 0.21, which takes graphs out of it; SGLang works its own out. */
    private OptionalDouble usualFraction(
            EngineLimits usual, ServingEngine engine, Optional<EngineVersion> version) {
        boolean older = engine == ServingEngine.VLLM && version.isPresent() && !version.get().isAtLeast(0, 21);
        return older ? OptionalDouble.of(constants.olderVllmMemoryFraction()) : usual.memoryFraction();
    }

    /** The longest context of any published form of the model. */
    private static int longest(ModelEntry model) {
        int longest = model.maxContextTokens().orElse(0);
        for (ModelEntry.Repository repository : model.repositories()) {
            longest = Math.max(longest, repository.maxContextTokens().orElse(0));
        }
        return longest;
    }

    private static Optional<ResolvedRequest.PoolRequests> pools(JsonCursor root) {
        boolean disaggregated =
                code(root, "mode", Choices.MODES).map(mode -> mode.equals("disaggregated")).orElse(false);
        for (String member : disaggregated ? List.of("gpus", "layout") : List.of("prefill", "decode")) {
            if (shaped(() -> root.find(member)).isPresent()) {
                throw new RequestException("mode-mismatch", member, List.of(),
                        disaggregated
                                ? member + " belongs to aggregated mode; write it inside prefill and decode"
                                : member + " belongs to disaggregated mode; write mode: \"disaggregated\"");
            }
        }
        return disaggregated
                ? Optional.of(new ResolvedRequest.PoolRequests(
                        PoolRequest.read(root, "prefill"), PoolRequest.read(root, "decode")))
                : Optional.empty();
    }

    /** The layout of a request or of one pool. */
    static Optional<ParallelLayout> layout(JsonCursor root) {
        Optional<JsonCursor> member = shaped(() -> root.find("layout"));
        if (member.isEmpty()) {
            return Optional.empty();
        }
        JsonCursor layout = member.get();
        onlyMembers(layout, Choices.LAYOUT);
        return Optional.of(new ParallelLayout(
                degree(layout, "tensorParallel"),
                degree(layout, "pipelineParallel"),
                degree(layout, "expertParallel"),
                degree(layout, "attentionDataParallel")));
    }

    private static int degree(JsonCursor layout, String name) {
        return integer(layout, name, 1, MOST_GPUS, DEGREE_RANGE).orElse(1);
    }

    /** GPUs of a replica or of one worker, which a layout also tells. */
    static OptionalInt gpus(JsonCursor parent, Optional<ParallelLayout> layout) {
        OptionalInt asked = integer(parent, "gpus", 1, MOST_GPUS, GPUS_RANGE);
        if (layout.isEmpty()) {
            return asked;
        }
        String prefix = parent.path().isEmpty() ? "" : parent.path() + ".";
        int needed = layout.get().gpus();
        if (needed > MOST_GPUS || needed < 1) {
            throw new RequestException("out-of-range", prefix + "layout", List.of("at most 4096 GPUs"),
                    "the layout needs more than 4096 GPUs; write degrees whose product is 4096 or less");
        }
        if (asked.isPresent() && asked.getAsInt() != needed) {
            throw new RequestException("gpus-differ-from-layout", prefix + "gpus", List.of(Integer.toString(needed)),
                    prefix + "gpus is " + asked.getAsInt() + " but the layout's TP × PP × attention DP is " + needed
                            + "; write " + needed + ", or change the layout");
        }
        return OptionalInt.of(needed);
    }

    private static OptionalInt available(OptionalInt asked, Hardware hardware, Optional<ParallelLayout> layout) {
        Optional<Integer> available = hardware.gpus();
        if (available.isEmpty()) {
            return asked;
        }
        if (asked.isPresent() && asked.getAsInt() > available.get()) {
            throw new RequestException("more-gpus-than-servers", layout.isPresent() ? "layout" : "gpus",
                    List.of("1 to " + available.get()),
                    "the replica needs " + asked.getAsInt() + " GPUs and the servers have " + available.get()
                            + "; raise nodes or lower the GPUs");
        }
        return asked.isPresent() ? asked : OptionalInt.of(available.get());
    }
}
