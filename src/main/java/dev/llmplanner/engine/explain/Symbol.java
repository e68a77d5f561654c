package dev.llmplanner.engine.explain;

/**
 * One value in a formula.
 *
 * @param name   as the formula writes it; several terms of one sum share a prefix, as {@code weights.experts}
 * @param value  in the unit
 * @param unit   bytes, seconds, tokens, requests, fraction, factor, count …
 * @param source where it comes from: {@code request/…}, {@code model/…}, {@code accelerator/…}, {@code constant/…}, or
 *               {@code figure/…} for another explained figure
 */
public record Symbol(String name, double value, String unit, String source) {}
