package dev.llmplanner.engine.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Published measurements, to be asked which of them lie nearest to a deployment. */
public final class Evidence {
    /** More than distances are rounded by. */
    private static final double SLACK = 1e-6;

    private final List<Measurement> measurements;
    private final List<Coordinates> coordinates = new ArrayList<>();
    private final Map<Coordinates, List<Integer>> cases = new LinkedHashMap<>();

    public Evidence(List<Measurement> measurements) {
        this.measurements = List.copyOf(measurements);
        for (Measurement measurement : this.measurements) {
            Coordinates place = Coordinates.of(measurement.setting());
            cases.computeIfAbsent(place.ofCase(), same -> new ArrayList<>()).add(coordinates.size());
            coordinates.add(place);
        }
    }

    /**
     * A measurement and how far it lies from what is asked for.
     *
     * @param place its place among all of them
     */
    public record Near(Measurement measurement, int place, double distance) {}

    /** All of them, in their order. */
    public List<Measurement> measurements() {
        return measurements;
    }

    /**
     * The nearest measurements, nearest first; among equals the one that comes first.
     *
     * <p>One series of loads would fill the list with one case: of each model, device, engine, format and layout only the two
     * nearest count.
     *
     * @param count    how many at most, ≥ 1
     * @param farthest none beyond that distance
     */
    public List<Near> nearest(Setting asked, int count, double farthest) {
        Coordinates from = Coordinates.of(asked);
        List<Near> near = new ArrayList<>();
        cases.forEach((one, places) -> {
            double ofCases = Distance.ofCases(from, one);
            // Load and lengths only add to it: few cases are near, and only theirs are looked at one by one.
            if (ofCases <= farthest + SLACK) {
                for (int place : places) {
                    double distance = Distance.between(ofCases, from, coordinates.get(place));
                    if (distance <= farthest) {
                        near.add(new Near(measurements.get(place), place, distance));
                    }
                }
            }
        });
        near.sort((a, b) -> a.distance() == b.distance()
                ? Integer.compare(a.place(), b.place()) : Double.compare(a.distance(), b.distance()));
        List<Near> chosen = new ArrayList<>();
        for (Near candidate : near) {
            if (chosen.size() < count && alike(candidate, chosen) < 2) {
                chosen.add(candidate);
            }
        }
        return chosen;
    }

    private static int alike(Near candidate, List<Near> chosen) {
        int alike = 0;
        for (Near other : chosen) {
            alike += sameCase(candidate.measurement().setting(), other.measurement().setting()) ? 1 : 0;
        }
        return alike;
    }

    private static boolean sameCase(Setting a, Setting b) {
        return a.model().id().equals(b.model().id())
                && a.device().id().equals(b.device().id())
                && a.engine() == b.engine()
                && a.weightBytes() == b.weightBytes()
                && a.separatePools() == b.separatePools()
                && a.layout().equals(b.layout());
    }
}
