/**
 * A user's own checkpoint as a record of the models catalog: {@code config.json}, the index of its safetensors files, or
 * the header of a GGUF file.
 *
 * <p>Owns: which fields mean what, what a family leaves to its code, what can't be understood and is refused. Must not
 * know: requests, pages, sentences; it answers with codes. Start with {@link dev.llmplanner.checkpoint.CheckpointReader}.
 */
package dev.llmplanner.checkpoint;
