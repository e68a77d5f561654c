package dev.llmplanner.benchmark;

import dev.llmplanner.engine.deployment.ParallelLayout;

/**
 * The deployments that a measurement speaks for: all of it equal. Loads and lengths may differ. Separate pools have no key: a
 * run doesn't tell its two pools apart.
 *
 * @param model       id in the catalog
 * @param accelerator id in the catalog
 * @param engine      code of the serving engine
 * @param weights     the request's name of the weights' format
 * @param layout      of one replica
 */
public record DeploymentKey(String model, String accelerator, String engine, String weights, ParallelLayout layout) {

    public DeploymentKey {
        if (model.isEmpty() || accelerator.isEmpty() || engine.isEmpty() || weights.isEmpty()) {
            throw new IllegalArgumentException(
                    "model " + model + ", accelerator " + accelerator + ", engine " + engine + ", weights " + weights);
        }
    }
}
