package dev.llmplanner.planning;

import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.search.Sizing;
import java.util.List;
import java.util.Optional;

/**
 * Servers of one kind that carry the demand.
 *
 * @param sizing       with spare servers
 * @param load         of a replica on average while nothing has failed, in the demand's unit
 * @param degradedLoad of one that is left with the spare servers lost
 * @param cost         of all servers
 * @param outputTokensPerSecond of all replicas under the demand
 * @param figure       that is ranked; infinite where it isn't known
 * @param figureAtBest the same at the good end of the band
 * @param margins      of every limit that can be judged
 * @param facts        that a limit can't be judged without
 */
record Plan(
        Group group,
        Site site,
        Best best,
        Sizing sizing,
        double load,
        double degradedLoad,
        Cost cost,
        double outputTokensPerSecond,
        double figure,
        double figureAtBest,
        List<Margin> margins,
        List<Fact> facts) {

    Plan {
        margins = List.copyOf(margins);
        facts = List.copyOf(facts);
    }

    /** The limit that it exceeds most, if it exceeds any. */
    Optional<Margin> broken() {
        Margin worst = null;
        for (Margin margin : margins) {
            if (margin.isBroken() && (worst == null || margin.fraction() < worst.fraction())) {
                worst = margin;
            }
        }
        return Optional.ofNullable(worst);
    }
}
