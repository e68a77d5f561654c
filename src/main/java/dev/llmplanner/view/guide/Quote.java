package dev.llmplanner.view.guide;

import dev.llmplanner.view.Scene;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure in a sentence: an expression, and after a bar how to write it where that doesn't follow: {@code plan.tpot},
 * {@code r1.weights / llama.weights}, {@code 1 / plan.tpot | tokens-per-second}.
 *
 * @param expression see {@link Expression}
 * @param measure    absent where the expression's own is taken
 */
public record Quote(String expression, Optional<Measure> measure) {
    private static final String BAR = " | ";

    /**
     * Reads a quote.
     *
     * @throws IllegalArgumentException where the measure isn't one
     */
    public static Quote parse(String text) {
        int bar = text.indexOf(BAR);
        if (bar < 0) {
            return new Quote(text.trim(), Optional.empty());
        }
        String name = text.substring(bar + BAR.length()).trim();
        Measure measure = Measure.of(name).orElseThrow(() -> new IllegalArgumentException("no measure " + name));
        return new Quote(text.substring(0, bar).trim(), Optional.of(measure));
    }

    Value value(Function<String, Value> names) {
        Value value = Expression.evaluate(expression, names);
        return measure.map(value::as).orElse(value);
    }

    /** What people read: the figure with its unit, or that it is unknown. */
    static String text(Value value, Scene scene) {
        if (!value.isKnown()) {
            return scene.say("guide.unknown");
        }
        return value.number().isPresent()
                ? value.measure().text(value.number().getAsDouble(), scene)
                : value.word();
    }
}
