package dev.llmplanner.engine.roofline;

/**
 * Seconds of all calls of {@link RoutedExperts} on one device beside their fixed latency.
 *
 * @param computeEach    of a choice on the fullest rank
 * @param memoryDistinct of an expert that is read
 * @param memoryEach     of a choice on the fullest rank
 * @param extraDistinct  latency of an expert that is read
 */
record ExpertSeconds(
        RoutedExperts experts, double computeEach, double memoryDistinct, double memoryEach, double extraDistinct) {

    /** In a step of so many tokens over all ranks. */
    double of(double tokens, double smoothMaximumPower) {
        double distinct = experts.distinct(tokens);
        double fullest = experts.fullest(tokens);
        return SmoothMaximum.of(computeEach * fullest * experts.penalty(tokens, distinct),
                memoryDistinct * distinct + memoryEach * fullest, smoothMaximumPower) + extraDistinct * distinct;
    }
}
