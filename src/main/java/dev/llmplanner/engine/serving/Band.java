package dev.llmplanner.engine.serving;

/**
 * An estimate and where 80 % of measurements fall.
 *
 * @param low  tenth percentile
 * @param mid  the estimate
 * @param high ninetieth percentile
 */
public record Band(double low, double mid, double high) {

    public Band {
        if (!(low <= mid && mid <= high)) {
            throw new IllegalArgumentException("low " + low + ", mid " + mid + ", high " + high);
        }
    }
}
