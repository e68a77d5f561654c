package dev.llmplanner.handover.materials;

import dev.llmplanner.catalog.ExchangeRate;
import java.util.Optional;

/**
 * The exchange rate that amounts are converted with, and whose it is.
 *
 * @param cnyPerUsd yuan for a dollar, &gt; 0
 * @param offered   the catalog's, which it is or which it stands in the place of; absent where the catalog has none
 */
public record PaidRate(double cnyPerUsd, Optional<ExchangeRate> offered) {

    /** Digits after the point that are written: as many as the page takes. */
    public static final int DECIMALS = 6;

    /** The catalog's, where that is what is paid; empty for one that somebody set. */
    public Optional<ExchangeRate> published() {
        return offered.filter(known -> known.cnyPerUsd() == cnyPerUsd);
    }

    /** The catalog's, where another is paid. */
    public Optional<ExchangeRate> replaced() {
        return offered.filter(known -> known.cnyPerUsd() != cnyPerUsd);
    }
}
