package dev.llmplanner.engine.model;

/**
 * Each token passes {@code expertsPerToken} of {@code experts}, and all shared experts.
 *
 * @param intermediateSize          width of one routed expert
 * @param sharedIntermediateSize    width of all shared experts together; 0 without any
 * @param sharedGate                a learned scalar weighs the shared experts
 * @param denseResidualSize         width of a dense branch that runs beside the experts; 0 without one
 * @param latentSize                width in which experts work, between a down- and an up-projection; 0 for the hidden
 *                                  size
 * @param zeroExperts               experts of the router that compute nothing
 */
public record MixtureOfExperts(
        int experts,
        int expertsPerToken,
        int intermediateSize,
        int matrices,
        int sharedIntermediateSize,
        boolean sharedGate,
        boolean routerBias,
        boolean expertBias,
        int denseResidualSize,
        int latentSize,
        int zeroExperts)
        implements FeedForward {

    public MixtureOfExperts {
        if (experts < 1 || expertsPerToken < 1 || expertsPerToken > experts || intermediateSize < 1) {
            throw new IllegalArgumentException("experts " + experts + ", expertsPerToken " + expertsPerToken
                    + ", intermediateSize " + intermediateSize);
        }
    }

    /** Width in which the routed experts work. */
    public int expertHiddenSize(int hiddenSize) {
        return latentSize > 0 ? latentSize : hiddenSize;
    }

    /** Routed experts that a token really computes: zero experts take their share of the choices. */
    public double computedExpertsPerToken() {
        return expertsPerToken * ((double) experts / (experts + zeroExperts));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.mixture(this);
    }
}
