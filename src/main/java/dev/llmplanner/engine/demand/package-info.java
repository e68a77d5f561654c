/**
 * How much has to be served: from people or agents to requests per second and their lengths, step by step.
 *
 * <p>Owns: the derivation of demand, its growth. Must not know: models, devices, how fast anything is. Start with
 * {@link dev.llmplanner.engine.demand.Demand}.
 */
package dev.llmplanner.engine.demand;
