package dev.llmplanner.engine.model;

/**
 * Parameters outside the layers: a vision tower, n-gram tables.
 *
 * @param parameters       elements in the checkpoint
 * @param activeParameters elements that a token passes
 */
public record ExtraParameters(
        String name, double parameters, double activeParameters, boolean inTotal, boolean inActive) {}
