package dev.llmplanner.engine.roofline;

/**
 * What one forward pass works on, counted over all attention-DP ranks.
 *
 * @param decodeSequences   sequences that decode
 * @param tokensPerSequence tokens that each of them tries in the pass: 1, or one more than the depth of speculation
 * @param contextTokens     their mean context
 * @param prefillTokens     prompt tokens in the pass
 * @param promptTokens      length of the prompts they come from
 * @param attendedTokens    length over which those prompt tokens attend; longer than the prompt's new part where a prefix
 *                          is cached
 */
public record PassShape(
        double decodeSequences,
        double tokensPerSequence,
        double contextTokens,
        double prefillTokens,
        double promptTokens,
        double attendedTokens) {

    /** One step that gives each of {@code sequences} a token. */
    public static PassShape decode(double sequences, double contextTokens) {
        return new PassShape(sequences, 1, contextTokens, 0, 1, 0);
    }

    /** One step that verifies {@code tokensPerSequence} tokens of each sequence. */
    public static PassShape verify(double sequences, double tokensPerSequence, double contextTokens) {
        return new PassShape(sequences, tokensPerSequence, contextTokens, 0, 1, 0);
    }

    /** One step that works through {@code tokens} of prompts of {@code promptTokens}. */
    public static PassShape prefill(double tokens, double promptTokens, double attendedTokens) {
        return new PassShape(0, 1, 0, tokens, promptTokens, attendedTokens);
    }

    /** One step that verifies tokens of each sequence and works through {@code prefillTokens} of prompts beside. */
    public static PassShape fused(
            double sequences, double tokensPerSequence, double contextTokens, double prefillTokens, double promptTokens,
            double attendedTokens) {
        return new PassShape(
                sequences, tokensPerSequence, contextTokens, prefillTokens, promptTokens, attendedTokens);
    }

    /** Tokens in the pass. */
    public double tokens() {
        return decodeSequences * tokensPerSequence + prefillTokens;
    }

    /** Tokens of a rank whose successor is sampled: all that decode, and the last one of every prompt that ends. */
    double sampledTokens(int ranks) {
        return Math.max((decodeSequences * tokensPerSequence + prefillTokens / promptTokens) / ranks, 1);
    }
}
