package dev.llmplanner.engine.cost;

/** An amount of one currency. */
public record Money(Range amount, Currency currency) {

    /**
     * The sum of two amounts of one currency.
     *
     * @throws IllegalArgumentException if the currencies differ: {@link Exchange} makes them one, where the rate is given
     */
    public Money plus(Money other) {
        if (currency != other.currency) {
            throw new IllegalArgumentException(currency + " plus " + other.currency);
        }
        return new Money(amount.plus(other.amount), currency);
    }

    /** @param factor ≥ 0 */
    public Money times(double factor) {
        return new Money(amount.times(factor), currency);
    }
}
