package dev.llmplanner.engine.evidence;

import java.util.ArrayList;
import java.util.List;

/** Published measurements, to be asked which of them lie nearest to a deployment. */
public final class Evidence {
    private final List<Measurement> measurements;
    private final List<Coordinates> coordinates = new ArrayList<>();

    public Evidence(List<Measurement> measurements) {
        this.measurements = List.copyOf(measurements);
        for (Measurement measurement : this.measurements) {
            coordinates.add(Coordinates.of(measurement.setting()));
        }
    }

    /** A measurement and how far it lies from what is asked for. */
    public record Near(Measurement measurement, double distance) {}

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
        for (int i = 0; i < coordinates.size(); i++) {
            double distance = Distance.between(from, coordinates.get(i));
            if (distance <= farthest) {
                near.add(new Near(measurements.get(i), distance));
            }
        }
        near.sort((a, b) -> Double.compare(a.distance(), b.distance()));
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
