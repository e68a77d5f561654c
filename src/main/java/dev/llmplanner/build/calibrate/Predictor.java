package dev.llmplanner.build.calibrate;

import dev.llmplanner.catalog.Constants;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.serving.DisaggregatedEstimator;
import dev.llmplanner.engine.serving.Estimator;
import dev.llmplanner.engine.serving.Knowledge;
import dev.llmplanner.engine.serving.ServingPoint;
import dev.llmplanner.engine.serving.Uncertainty;
import java.util.Optional;

/** What the engine says about a sample under some constants. */
final class Predictor {

    private static final Uncertainty.Situation SEEN = new Uncertainty.Situation(false, false, false, false, 0);

    private final Constants constants;

    Predictor(Constants constants) {
        this.constants = constants;
    }

    /** Estimates of what a sample measured, in its order; NaN where nothing can be said. */
    record Prediction(double tpotSeconds, double ttftSeconds, double outputTokensPerSecond) {

        /** By the numbers of {@link Fit}. */
        double figure(int figure) {
            return switch (figure) {
                case Fit.TPOT -> tpotSeconds;
                case Fit.TTFT -> ttftSeconds;
                default -> outputTokensPerSecond;
            };
        }
    }

    /** The estimate; empty where the deployment doesn't fit. */
    Optional<Prediction> predict(Sample sample) {
        Knowledge knowledge = knowledge(sample.replica());
        Optional<ServingPoint> found = sample.pools().isPresent()
                ? DisaggregatedEstimator.point(sample.pools().get(), knowledge)
                : Estimator.point(sample.replica(), knowledge);
        return found.map(point -> prediction(sample, point));
    }

    private Knowledge knowledge(Deployment deployment) {
        return new Knowledge(
                constants.memoryRules(),
                constants.engine(deployment.accelerator().calibration(), deployment.engine()),
                constants.pools(),
                constants.uncertainty(),
                SEEN);
    }

    private static Prediction prediction(Sample sample, ServingPoint point) {
        double answer = sample.replica().workload().outputTokens();
        return new Prediction(
                point.tpotSeconds(), point.ttftSeconds(), switch (sample.kind()) {
                    case CLOSED_LOOP, POOLS, SPECULATIVE -> point.requestsPerSecond() * answer * drained(sample, point);
                    case STATIC_BATCH -> staticBatch(point, answer);
                    case SATURATED -> point.runningBatch() / point.tpotSeconds();
                });
    }

    /**
     * A run ends when its last answers do, with ever fewer in flight: with lengths spread evenly from 0 to twice the mean, about
     * half an answer's time is lost.
     */
    private static double drained(Sample sample, ServingPoint point) {
        double requests = sample.requests().orElse(Double.POSITIVE_INFINITY);
        return 1 / (1 + 0.5 * (point.concurrency() > 1 ? point.concurrency() : 0) / requests);
    }

    /** One batch: its prompts are computed one after the other, then all answers together, or as many as fit. */
    private static double staticBatch(ServingPoint point, double answer) {
        double waves = Math.max(1, point.concurrency() / point.runningBatch());
        return point.concurrency() * answer
                / (point.concurrency() * point.serviceSeconds() + waves * answer * point.decodeStepSeconds());
    }
}
