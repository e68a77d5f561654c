package dev.llmplanner.engine.model;

/** What transforms each token in a layer. A closed set, answered through {@link #match}. */
public sealed interface FeedForward permits DenseFeedForward, MixtureOfExperts, NoFeedForward {

    /** Answers this feed-forward by the case of its kind. */
    <R> R match(Cases<R> cases);

    /** One answer per kind. */
    interface Cases<R> {
        R dense(DenseFeedForward feedForward);

        R mixture(MixtureOfExperts feedForward);

        R none(NoFeedForward feedForward);
    }
}
