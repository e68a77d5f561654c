package dev.llmplanner.checkpoint;

import dev.llmplanner.checkpoint.Fields.Found;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The format of each tensor group, from quantization_config and the type of the tensors.
 *
 * <p>Every method names one format for the linear layers and a list of modules that keep 16 bits. A module that the list
 * names in part of the layers alone changes nothing and is reported.
 */
final class Quantization {

    private static final String CONFIG = "quantization_config";

    private final Fields fields;
    private final List<Notice> notices;
    private final Map<String, Integer> layersByGroup;
    private final Map<String, String> formats = new LinkedHashMap<>();
    private final List<String> from = new ArrayList<>();

    /**
     * @param layersByGroup layers that have each tensor group, for lists that name every layer
     */
    Quantization(Fields fields, Map<String, Integer> layersByGroup, List<Notice> notices) {
        this.fields = fields;
        this.layersByGroup = layersByGroup;
        this.notices = notices;
    }

    RecordWriter write() {
        String plain = plain();
        Optional<Fields> config = fields.inside(CONFIG);
        if (config.isEmpty()) {
            config = fields.inside("compression_config");
        }
        if (config.isPresent()) {
            formats.put("linear", linear(config.get(), plain));
            ignored(config.get());
            cache(config.get());
        } else if (fields.inside("quantization").isPresent()) {
            formats.put("linear", mistral(fields.inside("quantization").get()));
        } else if (plain.equals("fp8")) {
            formats.put("linear", "fp8-block");
        } else {
            formats.put("linear", plain);
        }
        if (fields.text("expert_dtype").orElse("").equals("fp4")) {
            from.add(fields.path("expert_dtype"));
            formats.put("experts", "mxfp4");
        }
        return written();
    }

    private RecordWriter written() {
        RecordWriter formatsOfGroups = new RecordWriter();
        Derivation.Origin origin = from.isEmpty() ? Derivation.Origin.FAMILY : Derivation.Origin.READ;
        String linear = formats.get("linear");
        formats.forEach((group, format) -> {
            if (group.equals("linear") || !format.equals(usual(group, linear))) {
                formatsOfGroups.put(group, new JsonString(format), origin, from);
            }
        });
        return formatsOfGroups;
    }

    /** What the catalog takes for a group that isn't named. */
    private static String usual(String group, String linear) {
        return switch (group) {
            case "embedding", "head", "router", "draft", "extras" -> linear.equals("fp16") ? "fp16" : "bf16";
            default -> linear;
        };
    }

    private String plain() {
        Optional<Found> stated = fields.find("dtype", "torch_dtype");
        if (stated.isEmpty()) {
            notices.add(Notice.of("format-assumed", List.of()));
            return "bf16";
        }
        from.add(stated.get().path());
        return switch (Fields.text(stated.get())) {
            case "bfloat16", "bf16" -> "bf16";
            case "float16", "fp16", "half" -> "fp16";
            case "float32", "float" -> {
                notices.add(Notice.of("wider-than-16-bits", List.of(stated.get().path())));
                yield "bf16";
            }
            case "fp8" -> "fp8";
            default -> throw Refusal.of(RefusalCode.UNKNOWN_VALUE, stated.get().path(), "bfloat16", "float16", "float32");
        };
    }

    private String linear(Fields config, String plain) {
        String method = config.text("quant_method").orElseGet(() -> config.has("quant_algo", "quantization") ? "modelopt" : "");
        from.clear();
        from.add(config.path("quant_method"));
        return switch (method) {
            case "fp8" -> blocks(config);
            case "fbgemm_fp8" -> "fp8";
            case "mxfp4" -> "mxfp4";
            case "compressed-tensors" -> compressedTensors(config);
            case "modelopt", "modelopt_fp4" -> modelOpt(config);
            case "awq", "gptq", "awq_marlin", "gptq_marlin", "auto-round", "autoround", "intel/auto-round" -> bits(config);
            case "bitsandbytes" -> {
                notices.add(Notice.of("format-approximated", List.of(config.path("quant_method"))));
                yield config.isSet("load_in_4bit", "_load_in_4bit") ? "int4" : "int8";
            }
            case "" -> plain.equals("fp8") ? "fp8-block" : plain;
            default -> throw Refusal.of(RefusalCode.UNKNOWN_VALUE, config.path("quant_method"),
                    "fp8", "compressed-tensors", "modelopt", "mxfp4", "awq", "gptq", "bitsandbytes", "fbgemm_fp8");
        };
    }

    /** The form of params.json. */
    private String mistral(Fields config) {
        String path = config.path("qformat_weight");
        if (!config.text("qformat_weight").orElse("").equals("fp8_e4m3")) {
            throw Refusal.of(RefusalCode.UNKNOWN_VALUE, path, "fp8_e4m3");
        }
        from.add(path);
        return "fp8";
    }

    private String blocks(Fields config) {
        Optional<int[]> block = config.wholes(1, Limits.WIDTH, "weight_block_size");
        if (block.isEmpty()) {
            return "fp8";
        }
        from.add(config.path("weight_block_size"));
        if (block.get().length != 2 || block.get()[0] != 128 || block.get()[1] != 128) {
            throw Refusal.of(RefusalCode.UNKNOWN_VALUE, config.path("weight_block_size"), "[128,128]");
        }
        return "fp8-block";
    }

    private String bits(Fields config) {
        Figure bits = config.count(16, "bits", "w_bit");
        from.add(bits.path());
        Optional<Found> group = config.find("group_size", "q_group_size");
        if (group.isPresent() && group.get().value() instanceof JsonNumber size && size.value() != 128 && bits.value() == 4) {
            notices.add(Notice.of("format-approximated", List.of(group.get().path())));
        }
        return integer(bits.value(), bits.path());
    }

    private static String integer(int bits, String path) {
        return switch (bits) {
            case 4 -> "int4";
            case 8 -> "int8";
            default -> throw Refusal.of(RefusalCode.UNKNOWN_VALUE, path, "4", "8");
        };
    }

    private String modelOpt(Fields config) {
        Fields inner = config.inside("quantization").orElse(config);
        String algorithm = inner.text("quant_algo").orElseThrow(
                () -> Refusal.of(RefusalCode.MISSING_FIELD, inner.path("quant_algo"), "quant_algo"));
        from.add(inner.path("quant_algo"));
        return switch (algorithm) {
            case "NVFP4", "W4A16_NVFP4", "NVFP4_AWQ" -> "nvfp4";
            case "FP8", "FP8_PER_CHANNEL_PER_TOKEN" -> "fp8";
            case "FP8_PB_WO", "FP8_BLOCK" -> "fp8-block";
            case "W4A16_AWQ", "INT4_AWQ" -> "int4";
            case "INT8_SQ", "W8A8_SQ_PER_CHANNEL" -> "int8";
            default -> throw Refusal.of(RefusalCode.UNKNOWN_VALUE, inner.path("quant_algo"),
                    "NVFP4", "FP8", "FP8_PB_WO", "W4A16_AWQ", "INT8_SQ");
        };
    }

    private String compressedTensors(Fields config) {
        Fields groups = config.inside("config_groups").orElseThrow(
                () -> Refusal.of(RefusalCode.MISSING_FIELD, config.path("config_groups"), "config_groups"));
        JsonObject named = groups.scopes().get(0).object();
        String first = null;
        for (String name : named.members().keySet()) {
            Fields group = groups.inside(name).orElseThrow(
                    () -> Refusal.of(RefusalCode.WRONG_TYPE, groups.path(name), "object"));
            String format = weights(group);
            if (first == null) {
                first = format;
            } else if (!first.equals(format)) {
                targets(group, format);
            }
        }
        if (first == null) {
            throw Refusal.of(RefusalCode.MISSING_FIELD, groups.scopes().get(0).prefix(), "group_0");
        }
        return first;
    }

    /** A further group with another format: it has to name whole tensor groups. */
    private void targets(Fields group, String format) {
        for (Found target : group.list("targets").orElse(List.of())) {
            List<String> covered = ModulePattern.of(Fields.text(target)).groups();
            if (covered.isEmpty()) {
                throw Refusal.of(RefusalCode.UNKNOWN_VALUE, target.path(), "Linear");
            }
            covered.forEach(name -> formats.put(name, format));
        }
    }

    private String weights(Fields group) {
        Fields weights = group.inside("weights").orElseThrow(
                () -> Refusal.of(RefusalCode.MISSING_FIELD, group.path("weights"), "weights"));
        int bits = weights.count(16, "num_bits").value();
        from.add(weights.path("num_bits"));
        boolean isFloat = weights.text("type").orElse("int").equals("float");
        if (!isFloat) {
            return integer(bits, weights.path("num_bits"));
        }
        if (bits == 4) {
            int size = weights.maybe(Limits.WIDTH, "group_size").map(Figure::value).orElse(16);
            return size == 32 ? "mxfp4" : "nvfp4";
        }
        if (bits != 8) {
            throw Refusal.of(RefusalCode.UNKNOWN_VALUE, weights.path("num_bits"), "4", "8");
        }
        return weights.text("strategy").orElse("tensor").equals("block") ? "fp8-block" : "fp8";
    }

    private void ignored(Fields config) {
        Fields inner = config.inside("quantization").orElse(config);
        Optional<List<Found>> listed = inner.list(
                "modules_to_not_convert", "ignore", "ignored_layers", "exclude_modules", "llm_int8_skip_modules");
        ModuleCoverage coverage = new ModuleCoverage();
        for (Found item : listed.orElse(List.of())) {
            coverage.add(ModulePattern.of(Fields.text(item)));
        }
        List<String> partly = new ArrayList<>();
        layersByGroup.forEach((group, layers) -> {
            int covered = coverage.layers(group, layers);
            if (covered >= layers) {
                formats.put(group, "bf16");
            } else if (covered > 0) {
                partly.add(group);
            }
        });
        if (!partly.isEmpty()) {
            notices.add(Notice.of("partly-quantised", partly));
        }
        if (formats.get("linear").equals("mxfp4") && coverage.layers("attentionInput", 1) > 0) {
            // The recipe of the catalog: experts alone are quantised.
            formats.clear();
            formats.put("linear", "bf16");
            formats.put("experts", "mxfp4");
        }
    }

    private void cache(Fields config) {
        Optional<Fields> scheme = config.inside("kv_cache_scheme");
        Optional<String> algorithm = config.inside("quantization").orElse(config).text("kv_cache_quant_algo");
        if (scheme.isPresent() || algorithm.isPresent()) {
            notices.add(Notice.of("cache-format-declared",
                    List.of(scheme.isPresent() ? config.path("kv_cache_scheme") : config.path("kv_cache_quant_algo"))));
        }
    }
}
