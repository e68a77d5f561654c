package dev.llmplanner.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Regions without a plan, in a documented order: what came furthest first, and the nearest first within a constraint. */
final class Rejections {

    private Rejections() {}

    /** Regions of which no plan is left and none is undecided. */
    static List<Region> of(List<Region> regions) {
        List<Region> rejected = new ArrayList<>();
        for (Region region : regions) {
            if (region.plans.isEmpty() && region.undecided.isEmpty() && !isUnknown(region)) {
                rejected.add(region);
            }
        }
        rejected.sort(Comparator.comparingInt((Region region) -> -region.furthest().ordinal())
                .thenComparing((a, b) -> byMissing(a, b))
                .thenComparingInt(region -> region.model)
                .thenComparing(region -> region.site.id()));
        return rejected;
    }

    private static int byMissing(Region a, Region b) {
        double less = a.missedFraction() - b.missedFraction();
        boolean same = a.missedFraction() == b.missedFraction() || Math.abs(less) < 1e-9;
        return same ? 0 : less < 0 ? -1 : 1;
    }

    /** Nothing of it is rejected by a limit: a fact is missing that its speed needs. */
    static boolean isUnknown(Region region) {
        return region.furthest() == Constraint.FACT && !region.missing.isEmpty();
    }
}
