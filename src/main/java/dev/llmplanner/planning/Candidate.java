package dev.llmplanner.planning;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.search.Placement;
import dev.llmplanner.engine.serving.Latency;
import dev.llmplanner.engine.serving.LoadCurve;
import java.util.Optional;

/**
 * A deployment that fits, with what it can't exceed.
 *
 * @param ceiling of requests in flight
 * @param top     the point there; absent where it wasn't computed
 * @param servers at least
 * @param gpus    at least
 * @param output  at most
 */
record Candidate(
        Deployment deployment, LoadCurve curve, Placement placement, int held, int ceiling, Optional<Latency> top,
        int servers, int gpus, double output) {}
