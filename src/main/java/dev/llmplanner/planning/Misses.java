package dev.llmplanner.planning;

import dev.llmplanner.engine.search.Slo;
import dev.llmplanner.engine.serving.Latency;
import java.util.LinkedHashMap;
import java.util.Map;

/** What rejected a group's deployments, and how close the nearest came. Filled while the group is searched. */
final class Misses {

    private static final Constraint[] CONSTRAINTS = Constraint.values();

    private final SearchRequest request;
    private final Slo slo;
    /** By the constraint's ordinal. */
    private final int[] rejections = new int[CONSTRAINTS.length];
    private double leastNeeded = Double.POSITIVE_INFINITY;
    private double usable;
    private double longest;
    private double leastTpot = Double.POSITIVE_INFINITY;
    private double leastTtft = Double.POSITIVE_INFINITY;

    Misses(SearchRequest request) {
        this.request = request;
        this.slo = request.slo();
    }

    void reject(Constraint constraint, int deployments) {
        rejections[constraint.ordinal()] += deployments;
    }

    /** A deployment needs more memory than its fullest GPU has. */
    void memory(double neededBytes, double usableBytes) {
        reject(Constraint.MEMORY, 1);
        if (neededBytes < leastNeeded) {
            leastNeeded = neededBytes;
            usable = usableBytes;
        }
    }

    /** One whose pool holds sequences of so many tokens at most. */
    void context(double tokens) {
        reject(Constraint.CONTEXT, 1);
        longest = Math.max(longest, tokens);
    }

    /** One of which not even one request keeps the limits. */
    void latency(Latency alone) {
        boolean fastEnough = slo.tpotMet(alone);
        reject(fastEnough ? Constraint.TTFT : Constraint.TPOT, 1);
        leastTpot = Math.min(leastTpot, alone.tpotSeconds());
        if (fastEnough) {
            leastTtft = Math.min(leastTtft, alone.ttftSeconds());
        }
    }

    double leastTpot() {
        return leastTpot;
    }

    Map<Constraint, Integer> byConstraint() {
        Map<Constraint, Integer> rejected = new LinkedHashMap<>();
        for (Constraint constraint : CONSTRAINTS) {
            if (rejections[constraint.ordinal()] > 0) {
                rejected.put(constraint, rejections[constraint.ordinal()]);
            }
        }
        return rejected;
    }

    /** What rejected the deployment that came furthest. */
    Constraint furthest() {
        Constraint furthest = Constraint.LAYOUT;
        for (Constraint constraint : CONSTRAINTS) {
            furthest = rejections[constraint.ordinal()] > 0 && constraint.compareTo(furthest) > 0 ? constraint : furthest;
        }
        return furthest;
    }

    /** Of that constraint, in its unit; NaN where nothing was measured. */
    double closest(Constraint constraint) {
        double closest = switch (constraint) {
            case MEMORY -> leastNeeded;
            case CONTEXT -> longest == 0 ? Double.NaN : longest;
            case TPOT -> leastTpot;
            case TTFT -> leastTtft;
            default -> Double.NaN;
        };
        return closest == Double.POSITIVE_INFINITY ? Double.NaN : closest;
    }

    /** What it asks for; NaN where nothing does. */
    double limit(Constraint constraint) {
        return switch (constraint) {
            case MEMORY -> usable;
            case CONTEXT -> request.contextTokens().orElse(0);
            case TPOT -> slo.tpotSeconds();
            case TTFT -> slo.ttftSeconds();
            default -> Double.NaN;
        };
    }
}
