package dev.llmplanner.checkpoint;

import dev.llmplanner.json.Json;
import java.util.Optional;

/**
 * What a user has of a checkpoint. One of config and gguf is needed.
 *
 * @param config {@code config.json}
 * @param index  {@code model.safetensors.index.json}
 * @param gguf   header of a GGUF file
 * @param name   what the user calls it
 */
public record CheckpointFiles(Optional<Json> config, Optional<Json> index, Optional<GgufHeader> gguf, Optional<String> name) {

    /** A configuration alone. */
    public static CheckpointFiles of(Json config) {
        return new CheckpointFiles(Optional.of(config), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The header of a GGUF file alone. */
    public static CheckpointFiles of(GgufHeader gguf) {
        return new CheckpointFiles(Optional.empty(), Optional.empty(), Optional.of(gguf), Optional.empty());
    }

    public CheckpointFiles named(String given) {
        return new CheckpointFiles(config, index, gguf, Optional.of(given));
    }
}
