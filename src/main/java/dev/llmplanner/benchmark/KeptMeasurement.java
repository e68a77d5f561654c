package dev.llmplanner.benchmark;

import java.util.Optional;

/**
 * A run that the user keeps.
 *
 * @param deployment  that it was measured on, as the user says
 * @param calibration the factors, where the user scales estimates by it
 */
public record KeptMeasurement(DeploymentKey deployment, Run run, Optional<LocalCalibration> calibration) {

    public KeptMeasurement {
        if (calibration.isPresent() && !calibration.get().speaksFor(deployment)) {
            throw new IllegalArgumentException("calibration of " + calibration.get().deployment() + " for " + deployment);
        }
    }
}
