package dev.llmplanner.view.figure;

import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.text.Words;
import java.util.Map;

/** Writes a figure by the unit that its name ends in, as findings and records name theirs. */
public final class Named {

    private Named() {}

    /** The figures of a finding as arguments of its message. */
    public static Arguments arguments(Finding finding, Words words) {
        Arguments arguments = Arguments.none();
        for (Map.Entry<String, Double> figure : finding.figures().entrySet()) {
            arguments = figure.getKey().endsWith("Count")
                    ? arguments.and(figure.getKey(), figure.getValue())
                    : arguments.and(figure.getKey(), text(figure.getKey(), figure.getValue(), words));
        }
        return arguments;
    }

    /** The figure with its unit. */
    public static String text(String name, double value, Words words) {
        Figures figures = new Figures(words);
        if (name.endsWith("BytesPerSecond") || name.endsWith("BytesPerSecondPerDirection")) {
            return figures.gigabytesPerSecond(value);
        }
        if (name.endsWith("TokensPerSecond")) {
            return figures.tokensPerSecond(value);
        }
        if (name.endsWith("Bytes")) {
            return figures.bytes(value);
        }
        if (name.endsWith("Seconds")) {
            return figures.seconds(value);
        }
        if (name.endsWith("Tokens")) {
            return figures.tokens(value);
        }
        return name.endsWith("Fraction") ? figures.percent(value) : words.number(value, 2);
    }
}
