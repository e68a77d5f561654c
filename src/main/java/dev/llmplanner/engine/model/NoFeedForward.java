package dev.llmplanner.engine.model;

/** A layer without feed-forward, as architecture search leaves them. */
public record NoFeedForward() implements FeedForward {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.none(this);
    }
}
