package dev.llmplanner.engine.model;

/** A layer without attention, as architecture search leaves them. */
public record NoAttention() implements Attention {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.none(this);
    }
}
