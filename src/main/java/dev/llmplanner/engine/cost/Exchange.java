package dev.llmplanner.engine.cost;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rate between the two currencies, if the question gives one. There is no rate of its own.
 *
 * @param cnyPerUsd yuan for a dollar, &gt; 0
 */
public record Exchange(OptionalDouble cnyPerUsd) {

    /** No rate: amounts of the two currencies stay apart. */
    public static final Exchange NONE = new Exchange(OptionalDouble.empty());

    public Exchange {
        if (cnyPerUsd.isPresent() && !(cnyPerUsd.getAsDouble() > 0 && cnyPerUsd.getAsDouble() < 1e6)) {
            throw new IllegalArgumentException("cnyPerUsd " + cnyPerUsd.getAsDouble());
        }
    }

    /** A rate. */
    public static Exchange of(double cnyPerUsd) {
        return new Exchange(OptionalDouble.of(cnyPerUsd));
    }

    /** That amount in that currency; empty where it stands in the other one and there is no rate. */
    public Optional<Money> to(Currency currency, Money money) {
        if (money.currency() == currency) {
            return Optional.of(money);
        }
        if (cnyPerUsd.isEmpty()) {
            return Optional.empty();
        }
        double rate = cnyPerUsd.getAsDouble();
        return Optional.of(new Money(money.amount().times(currency == Currency.CNY ? rate : 1 / rate), currency));
    }
}
