package dev.llmplanner.engine.roofline;

/**
 * What one forward pass works on, counted over all attention-DP ranks.
 *
 * @param decodeSequences sequences that each get one token
 * @param contextTokens   their mean context
 * @param prefillTokens   prompt tokens in the pass
 * @param promptTokens    length of the prompts they come from
 * @param attendedTokens  length over which those prompt tokens attend; longer than the prompt's new part where a prefix
 *                        is cached
 */
public record PassShape(
        double decodeSequences,
        double contextTokens,
        double prefillTokens,
        double promptTokens,
        double attendedTokens) {

    /** One step that gives each of {@code sequences} a token. */
    public static PassShape decode(double sequences, double contextTokens) {
        return new PassShape(sequences, contextTokens, 0, 1, 0);
    }

    /** One step that works through {@code tokens} of prompts of {@code promptTokens}. */
    public static PassShape prefill(double tokens, double promptTokens, double attendedTokens) {
        return new PassShape(0, 0, tokens, promptTokens, attendedTokens);
    }

    /** Tokens in the pass. */
    public double tokens() {
        return decodeSequences + prefillTokens;
    }
}
