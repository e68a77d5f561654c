package dev.llmplanner.planning;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.ServingEngine;
import java.util.List;

/**
 * Deployments that differ in layout alone: one model on one kind of devices, with one engine and one precision.
 *
 * @param model    place in the request
 * @param modelId  catalog id, or the name of a model of the reader's own
 * @param sites    kinds of servers with these devices and links
 * @param weights  precision
 * @param kvCache  format; auto is the engine's own
 * @param inquiry  about the first site
 */
record Group(
        int model, String modelId, List<Site> sites, ServingEngine engine, String weights, String kvCache,
        Inquiry inquiry) {}
