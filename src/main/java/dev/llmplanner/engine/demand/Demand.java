package dev.llmplanner.engine.demand;

import java.util.List;

/**
 * What all replicas together have to carry at the peak of the planned month, and how that follows.
 *
 * @param kind  what is divided over replicas
 * @param value requests per second, or requests in flight
 * @param today the same without growth
 * @param steps of the derivation, in order; the last one gives {@code value}
 */
public record Demand(Kind kind, double value, double today, List<Step> steps) {

    /** What is divided over replicas. */
    public enum Kind {
        REQUESTS_PER_SECOND("requests-per-second"),
        CONCURRENCY("concurrency");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The name in results. */
        public String code() {
            return code;
        }
    }

    public Demand {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("demand " + value);
        }
        steps = List.copyOf(steps);
    }
}
