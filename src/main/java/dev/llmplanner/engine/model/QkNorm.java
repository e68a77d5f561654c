package dev.llmplanner.engine.model;

/** A norm on queries and keys. */
public enum QkNorm {
    NONE,
    /** One weight per channel, shared by all heads. */
    HEAD,
    /** One weight per head and channel, normalised within each head. */
    HEADS,
    /** Normalised over all heads of the layer at once: tensor parallelism pays another all-reduce. */
    LAYER
}
