package dev.llmplanner.handover.materials;

import dev.llmplanner.engine.cost.Line;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.PriceUnit;
import dev.llmplanner.engine.cost.Range;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of the bill.
 *
 * @param name     of the part, as people order it
 * @param quantity low, typical and high alike where it is a count
 * @param rate     from the price's currency into the bill's; absent where nobody gave one
 * @param amount   in the bill's currency; absent without a price or a rate
 */
record BillRow(
        PartClass part, String name, Range quantity, Optional<Price> price, OptionalDouble rate, Optional<Range> amount) {

    static BillRow of(Line line, String name, OptionalDouble rate) {
        Optional<Range> amount = rate.isEmpty() ? Optional.empty()
                : line.amount().map(money -> money.amount().times(rate.getAsDouble()));
        return new BillRow(line.part(), name, quantity(line), line.price(), rate, amount);
    }

    /** The amount by the price: a quantity that isn't known to the last digit has its own range. */
    private static Range quantity(Line line) {
        if (line.price().isEmpty() || line.amount().isEmpty() || line.price().get().currency().isEmpty()) {
            return Range.of(line.count());
        }
        Range price = line.price().get().amount();
        Range amount = line.amount().get().amount();
        boolean free = price.low() <= 0;
        return free ? Range.of(line.count())
                : new Range(amount.low() / price.low(), amount.typical() / price.typical(), amount.high() / price.high());
    }

    /** Whether the price is a share of the machines. */
    boolean isShare() {
        return price.map(known -> known.unit() == PriceUnit.SHARE || known.unit() == PriceUnit.SHARE_YEAR).orElse(false);
    }

    /** Whether shares are of it: servers and the network between them. */
    boolean isMachine() {
        return switch (part) {
            case SERVER, ACCELERATOR, HOST, ADAPTER, SWITCH, TRANSCEIVER, CABLE -> true;
            case STORAGE, RACK, PDU, SPARES, SUPPORT, SOFTWARE, ENERGY, STAFF, COLOCATION, RENT, RENT_RESERVED, PUE -> false;
        };
    }
}
