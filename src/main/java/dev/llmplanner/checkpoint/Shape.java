package dev.llmplanner.checkpoint;

import dev.llmplanner.checkpoint.Fields.Scope;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a configuration keeps the fields of the language model, and whose they are.
 *
 * @param fields     of the language model, the inner object first
 * @param vision     of the vision tower, where there is one
 * @param modalities what the model reads besides text
 * @param multimodal whether the checkpoint holds more than the language model
 */
record Shape(Fields fields, Optional<Fields> vision, List<String> modalities, boolean multimodal) {

    private static final List<String> TEXT = List.of("text_config", "llm_config", "language_config", "thinker_config");
    private static final Set<String> VISION = Set.of("vision_config", "vision_encoder", "vision", "visual", "vision_tower_config");
    private static final Set<String> AUDIO = Set.of("audio_config", "audio_encoder");

    /** Objects whose members belong to the level above. */
    private static final List<String> PARTS = List.of("attn_config", "ffn_config", "moe");

    static Shape of(Json config) {
        JsonObject root = unwrapped(config, "", 0).object();
        String prefix = unwrapped(config, "", 0).prefix();
        List<Scope> scopes = new ArrayList<>();
        for (String name : TEXT) {
            inner(root, prefix, name).ifPresent(scopes::add);
        }
        Scope own = new Scope(prefix, root);
        scopes.add(own);
        for (Scope scope : List.copyOf(scopes)) {
            for (String name : PARTS) {
                inner(scope.object(), scope.prefix(), name).ifPresent(part -> scopes.add(scopes.size() - 1, part));
            }
        }
        List<String> modalities = new ArrayList<>(List.of("text"));
        Optional<Fields> vision = Optional.empty();
        for (String name : root.members().keySet()) {
            if (VISION.contains(name) && root.members().get(name) instanceof JsonObject tower) {
                vision = Optional.of(new Fields(List.of(new Scope(own.path(name), tower)), Family.UNKNOWN));
            } else if (AUDIO.contains(name) && root.members().get(name) instanceof JsonObject) {
                modalities.add("audio");
            }
        }
        Fields fields = new Fields(scopes, family(scopes));
        TEXT.forEach(fields::find);
        PARTS.forEach(fields::find);
        VISION.forEach(fields::find);
        AUDIO.forEach(fields::find);
        boolean joint = vision.isPresent() || !isText(own)
                || fields.list("architectures").stream().flatMap(List::stream)
                        .anyMatch(name -> name.value() instanceof JsonString text && text.value().contains("Conditional"));
        if (joint && (vision.isPresent() || hasTower(fields))) {
            modalities.add(1, "image");
        }
        return new Shape(fields, vision, modalities, joint);
    }

    /** The configuration of a language model that was taken out of one that reads images too. */
    private static boolean isText(Scope own) {
        String type = own.object().members().get("model_type") instanceof JsonString name ? name.value() : "";
        return type.endsWith("_text") || type.endsWith("_text_model");
    }

    private static String type(Fields fields) {
        return fields.find("model_type").map(Fields.Found::value)
                .filter(JsonString.class::isInstance).map(value -> ((JsonString) value).value()).orElse("");
    }

    private static boolean hasTower(Fields fields) {
        return List.of("mllama", "llama4", "minimax-m3", "step3").contains(fields.family().id()) || type(fields).equals("step3p7");
    }

    private static Optional<Scope> inner(JsonObject object, String prefix, String name) {
        Json value = object.members().get(name);
        if (value instanceof JsonObject inner) {
            return Optional.of(new Scope(new Scope(prefix, object).path(name), inner));
        }
        if (value != null && !(value instanceof JsonNull)) {
            throw Refusal.of(RefusalCode.WRONG_TYPE, new Scope(prefix, object).path(name), "object");
        }
        return Optional.empty();
    }

    /** The configuration, or the only object that the file holds. */
    private static Scope unwrapped(Json config, String prefix, int depth) {
        if (!(config instanceof JsonObject object)) {
            throw Refusal.of(RefusalCode.WRONG_TYPE, prefix, "object");
        }
        if (object.members().size() == 1 && depth < 3) {
            Map.Entry<String, Json> only = object.members().entrySet().iterator().next();
            if (only.getValue() instanceof JsonObject) {
                return unwrapped(only.getValue(), new Scope(prefix, object).path(only.getKey()), depth + 1);
            }
        }
        return new Scope(prefix, object);
    }

    /** By model_type, then by class, then by the field names that two vendors' own formats have. */
    private static Family family(List<Scope> scopes) {
        for (int i = scopes.size() - 1; i >= 0; i--) {
            if (scopes.get(i).object().members().get("model_type") instanceof JsonString type) {
                Optional<Family> family = Families.ofType(type.value());
                if (family.isPresent()) {
                    return family.get();
                }
            }
        }
        for (Scope scope : scopes) {
            if (scope.object().members().get("architectures") instanceof JsonArray classes) {
                for (Json name : classes.items()) {
                    Optional<Family> family = name instanceof JsonString text ? Families.ofClass(text.value()) : Optional.empty();
                    if (family.isPresent()) {
                        return family.get();
                    }
                }
            }
        }
        return byNames(scopes);
    }

    private static Family byNames(List<Scope> scopes) {
        for (Scope scope : scopes) {
            Set<String> names = scope.object().members().keySet();
            if (names.contains("model_type")) {
                return Family.UNKNOWN;
            }
            if (names.contains("inter_dim") && names.contains("n_dense_layers")) {
                return Families.named("deepseek-inference");
            }
            if (names.contains("dim") && names.contains("hidden_dim") && names.contains("n_layers")) {
                return Families.named("mistral-params");
            }
            if (names.contains("local_layer_ids") && names.contains("use_sconv")) {
                return Families.named("inkling");
            }
        }
        return Family.UNKNOWN;
    }
}
