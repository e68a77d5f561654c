package dev.llmplanner.checkpoint;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What {@code model.safetensors.index.json} says of a checkpoint.
 *
 * @param totalBytes metadata.total_size
 * @param layers     blocks that the tensor names count, draft layers included; 0 where they count none
 * @param experts    experts of a block by the tensor names; 0 where they count none
 * @param hasHead    a tensor of an output head is listed; empty where no tensor is listed at all
 */
record SafetensorsIndex(OptionalDouble totalBytes, int layers, int experts, Optional<Boolean> hasHead) {

    static SafetensorsIndex of(Json index) {
        if (!(index instanceof JsonObject object)) {
            throw Refusal.of(RefusalCode.WRONG_TYPE, "index", "object");
        }
        OptionalDouble total = OptionalDouble.empty();
        if (object.members().get("metadata") instanceof JsonObject metadata
                && metadata.members().containsKey("total_size")) {
            if (!(metadata.members().get("total_size") instanceof JsonNumber number)) {
                throw Refusal.of(RefusalCode.WRONG_TYPE, "index.metadata.total_size", "whole-number");
            }
            if (!(number.value() >= 1 && number.value() <= 16 * Limits.PARAMETERS)) {
                throw Refusal.range("index.metadata.total_size", 1, 16 * Limits.PARAMETERS);
            }
            total = OptionalDouble.of(number.value());
        }
        if (!object.members().containsKey("weight_map")) {
            return new SafetensorsIndex(total, 0, 0, Optional.empty());
        }
        if (!(object.members().get("weight_map") instanceof JsonObject names)) {
            throw Refusal.of(RefusalCode.WRONG_TYPE, "index.weight_map", "object");
        }
        return counted(total, names.members().keySet());
    }

    private static SafetensorsIndex counted(OptionalDouble total, Set<String> names) {
        Set<Integer> layers = new HashSet<>();
        Set<Integer> experts = new HashSet<>();
        boolean head = false;
        for (String name : names) {
            if (name.contains("vision") || name.contains("visual") || name.contains("encoder.")) {
                continue;
            }
            number(name, "layers.").ifPresent(layers::add);
            number(name, "experts.").ifPresent(experts::add);
            head |= name.startsWith("lm_head.") || name.contains(".lm_head.") || name.startsWith("output.");
        }
        return new SafetensorsIndex(total, layers.size(), experts.size(),
                names.isEmpty() ? Optional.empty() : Optional.of(head));
    }

    private static Optional<Integer> number(String name, String before) {
        int at = name.indexOf(before);
        if (at < 0) {
            return Optional.empty();
        }
        int number = -1;
        for (int i = at + before.length(); i < name.length() && number < Limits.EXPERTS; i++) {
            char c = name.charAt(i);
            if (c < '0' || c > '9') {
                break;
            }
            number = Math.max(number, 0) * 10 + (c - '0');
        }
        return number < 0 ? Optional.empty() : Optional.of(number);
    }
}
