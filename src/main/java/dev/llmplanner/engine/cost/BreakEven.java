package dev.llmplanner.engine.cost;

import java.util.Optional;

/**
 * The utilisation from which owning is cheaper than paying by use.
 *
 * <p>Owning costs the same whether it is used or not; what is paid by use costs {@code utilisation × otherAtFullUse}. They
 * meet at {@code utilisation = owning / otherAtFullUse}. Above 1 owning never pays.
 *
 * @param utilisation low: cheap to own and dear to use; high: the other way round
 */
public record BreakEven(Range utilisation) {

    /**
     * Between two costs of the same time, in one currency.
     *
     * @param owning         for a second
     * @param otherAtFullUse for a second at full load: rent of as many accelerators, or as many tokens of an API
     * @return empty where the currencies differ or the other costs nothing
     */
    public static Optional<BreakEven> of(Money owning, Money otherAtFullUse) {
        Range other = otherAtFullUse.amount();
        if (owning.currency() != otherAtFullUse.currency() || !(other.low() > 0)) {
            return Optional.empty();
        }
        Range own = owning.amount();
        return Optional.of(new BreakEven(new Range(
                own.low() / other.high(), own.typical() / other.typical(), own.high() / other.low())));
    }
}
