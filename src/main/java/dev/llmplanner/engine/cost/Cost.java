package dev.llmplanner.engine.cost;

import java.util.List;
import java.util.Optional;

/**
 * What a fleet costs.
 *
 * <p>{@code tco = purchase × (1 − residualShare) + years × yearly}, low with low and high with high, and lacks what either
 * lacks.
 *
 * @param purchase      lines that are paid once
 * @param yearly        lines that are paid each year: support, software, energy, staff, colocation
 * @param purchaseTotal sum of {@code purchase}
 * @param yearlyTotal   sum of {@code yearly}
 * @param depreciation  of a year: {@code purchase × (1 − residualShare) / years}
 * @param tco           over the years of the plant
 * @param rent          the same accelerators rented for a year, all hours, on demand; absent where no rent is known
 * @param rentReserved  the same at a rate for years
 * @param network       switches and links
 * @param power         absent where the server's power is unknown
 * @param space         racks and rack units
 * @param years         of the plant
 */
public record Cost(
        Fleet fleet,
        List<Line> purchase,
        List<Line> yearly,
        Total purchaseTotal,
        Total yearlyTotal,
        Total depreciation,
        Total tco,
        Optional<Total> rent,
        Optional<Total> rentReserved,
        NetworkPlan network,
        Optional<FleetPower> power,
        Space space,
        double years) {

    public Cost {
        purchase = List.copyOf(purchase);
        yearly = List.copyOf(yearly);
    }

    /** Cost of owning for one second, over the years of the plant; with 365.25 days a year. */
    public Money perSecond() {
        return tco.money().times(1 / (years * CostModel.SECONDS_PER_YEAR));
    }
}
