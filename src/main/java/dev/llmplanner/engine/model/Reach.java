package dev.llmplanner.engine.model;

/**
 * How far back a token sees.
 *
 * @param kind         the shape of the mask
 * @param windowTokens tokens inside a window or chunk; 0 for {@link Kind#FULL}
 */
public record Reach(Kind kind, int windowTokens) {

    /** Everything before the token. */
    public static final Reach FULL = new Reach(Kind.FULL, 0);

    /** The shape of the mask. */
    public enum Kind {
        FULL,
        SLIDING,
        CHUNKED
    }

    public Reach {
        if ((kind == Kind.FULL) != (windowTokens == 0) || windowTokens < 0) {
            throw new IllegalArgumentException(kind + " with a window of " + windowTokens);
        }
    }

    public boolean isFull() {
        return kind == Kind.FULL;
    }

    /** Tokens that a sequence of {@code contextTokens} keeps in reach. */
    public double tokensWithin(double contextTokens) {
        return isFull() ? contextTokens : Math.min(contextTokens, windowTokens);
    }
}
