package dev.llmplanner.view.figure;

import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Amounts of money to three digits. Chinese counts large ones by 万 and 亿; English writes them out. */
public final class Money {
    private static final int DIGITS = 3;
    private static final String PLAIN = "plain";
    private static final String BARE = "bare";
    private static final List<String> STEPS = List.of("larger", "large");

    private final Words words;

    public Money(Words words) {
        this.words = words;
    }

    /** Codes of the currencies, that of the reader's language first. */
    public static List<String> currencies(Words words) {
        List<String> codes = new ArrayList<>();
        codes.add(usual(words));
        for (Currency currency : Currency.values()) {
            if (!codes.contains(currency.name())) {
                codes.add(currency.name());
            }
        }
        return codes;
    }

    /** The currency that readers of the language reckon in. */
    public static String usual(Words words) {
        return words.say("money.usual");
    }

    /** 1.23 million as {@code 1,230,000 USD} or {@code 123 万美元}. */
    public String amount(double amount, String currency) {
        return text(currency, amount, step(Math.abs(amount)));
    }

    /** From low to high in one unit. */
    public String range(double low, double high, String currency) {
        String step = step(Math.abs(high));
        return words.say("band.range", Arguments.of("low", words.significant(low / size(step), DIGITS))
                .and("high", text(currency, high, step)));
    }

    /** From low to high, where the currency stands beside it. */
    public String range(double low, double high) {
        return range(low, high, BARE);
    }

    private String text(String currency, double amount, String step) {
        return words.say("money." + step + "." + currency,
                Arguments.of("value", words.significant(amount / size(step), DIGITS)));
    }

    /** The largest step of the language that the amount reaches. */
    private String step(double amount) {
        for (String step : STEPS) {
            if (amount >= size(step)) {
                return step;
            }
        }
        return PLAIN;
    }

    private double size(String step) {
        return step.equals(PLAIN) ? 1 : words.parse(words.say("money-from." + step)).orElse(Double.POSITIVE_INFINITY);
    }
}
