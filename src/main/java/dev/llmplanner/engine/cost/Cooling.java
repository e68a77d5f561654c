package dev.llmplanner.engine.cost;

/** What carries the heat away. */
public enum Cooling {
    AIR,
    LIQUID,
    /** Liquid and air. */
    HYBRID
}
