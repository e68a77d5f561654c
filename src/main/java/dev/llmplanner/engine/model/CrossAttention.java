package dev.llmplanner.engine.model;

/**
 * Attention over the tokens of an image encoder. Its cache belongs to the images, not to the text: a text request
 * holds none.
 */
public record CrossAttention(int heads, int kvHeads, int headDim, AttentionOptions options) implements Attention {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.cross(this);
    }
}
