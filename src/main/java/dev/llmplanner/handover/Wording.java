package dev.llmplanner.handover;

import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Finding;
import java.util.Map;

/** Says messages and figures in one language. */
public interface Wording {

    /** BCP 47 tag: {@code en}, {@code zh-CN}. */
    String language();

    /** The message of that key, which takes no arguments. */
    default String say(String key) {
        return say(key, Map.of());
    }

    /**
     * The message of that key.
     *
     * @param arguments by name: a {@code String}, or a {@code Double}, which may choose a plural
     */
    String say(String key, Map<String, Object> arguments);

    /** A finding of an estimate or of a handover, in a sentence. */
    String finding(Finding finding);

    /** A number with thousands grouped. */
    String number(double value, int maximumFractionDigits);

    /** A fraction as per cent. */
    String percent(double fraction);

    /** A time in the unit that suits it. */
    String seconds(double seconds);

    /** A time, from its low end to its high end. */
    String seconds(Band band);

    /** A rate of tokens. */
    String tokensPerSecond(double tokensPerSecond);

    /** A rate of tokens, from its low end to its high end. */
    String tokensPerSecond(Band band);

    /** An amount in a unit of the contract: {@code watts}, {@code seconds}, {@code USD}. */
    String amount(double value, String unit);

    /** The name of the model, accelerator or server with that id; the id where there is none. */
    String record(String id);

    /** A capacity. */
    String gibibytes(double bytes);
}
