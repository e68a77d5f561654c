package dev.llmplanner.engine.model;

/** A learned gate on the attention's output. */
public enum OutputGate {
    NONE,
    /** One value per head. */
    HEAD,
    /** One value per element: the query projection doubles. */
    ELEMENT
}
