package dev.llmplanner.engine.demand;

import java.util.OptionalDouble;

/**
 * People who ask.
 *
 * <p>{@code requests/s = users × activeFraction × requestsPerUserHour / 3600 × peakFactor}. Where the time between an
 * answer's end and the next request is given instead, a user asks once in {@code think + answer} seconds.
 *
 * @param users               who have access, &gt; 0
 * @param activeFraction      of them, at the same time, (0, 1]
 * @param requestsPerUserHour of an active one; absent where {@code thinkSeconds} is given
 * @param thinkSeconds        between answer and next request, ≥ 0
 * @param peakFactor          busiest minutes over the mean, ≥ 1
 */
public record Users(
        double users,
        double activeFraction,
        OptionalDouble requestsPerUserHour,
        OptionalDouble thinkSeconds,
        double peakFactor) {

    static final double SECONDS_PER_HOUR = 3600;

    public Users {
        if (requestsPerUserHour.isPresent() == thinkSeconds.isPresent()) {
            throw new IllegalArgumentException("one of requestsPerUserHour and thinkSeconds");
        }
    }

    /**
     * Their demand.
     *
     * @param answerSeconds that an answer lasts, from request to last token; used with {@code thinkSeconds} alone
     */
    public Demand demand(double answerSeconds, Growth growth) {
        Derivation steps = new Derivation();
        double active = steps.add(Step.of("active-users", users * activeFraction)
                .with("users", users).with("activeFraction", activeFraction));
        double each;
        if (requestsPerUserHour.isPresent()) {
            each = steps.add(Step.of("requests-per-user-second", requestsPerUserHour.getAsDouble() / SECONDS_PER_HOUR)
                    .with("requestsPerUserHour", requestsPerUserHour.getAsDouble()));
        } else {
            double think = thinkSeconds.getAsDouble();
            steps.add(Step.of("answer-seconds", answerSeconds));
            each = steps.add(Step.of("requests-per-user-second", 1 / (think + answerSeconds))
                    .with("thinkSeconds", think).with("answerSeconds", answerSeconds));
        }
        double mean = steps.add(Step.of("mean-requests-per-second", active * each)
                .with("activeUsers", active).with("requestsPerUserSecond", each));
        double peak = steps.add(Step.of("peak-requests-per-second", mean * peakFactor)
                .with("meanRequestsPerSecond", mean).with("peakFactor", peakFactor));
        return steps.demand(Demand.Kind.REQUESTS_PER_SECOND, peak, growth);
    }
}
