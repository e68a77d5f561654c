package dev.llmplanner.contract;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.MeasuredRow;
import dev.llmplanner.catalog.MeasuredRows;
import dev.llmplanner.catalog.MeasuredRowsReader;
import dev.llmplanner.engine.evidence.Distance;
import dev.llmplanner.engine.evidence.Evidence;
import dev.llmplanner.engine.evidence.Setting;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the measurements nearest to a deployment, each with the estimate of what was measured.
 *
 * <p>Immutable, but for the estimates that it remembers: a row's estimate depends on the catalog alone.
 */
public final class EvidenceFinder {
    /** At most so many measurements beside an estimate. */
    public static final int COUNT = 5;

    private final MeasuredRows rows;
    private final Evidence evidence;
    private final List<Optional<Optional<Speed>>> estimates = new ArrayList<>();

    private EvidenceFinder(MeasuredRows rows) {
        this.rows = rows;
        this.evidence = new Evidence(rows.rows().stream().map(MeasuredRow::measurement).toList());
        rows.rows().forEach(row -> estimates.add(Optional.empty()));
    }

    /** Over the measurements that the build bundles. */
    public static EvidenceFinder of(JsonObject data, Catalog catalog) {
        return new EvidenceFinder(MeasuredRowsReader.read(data, catalog));
    }

    /**
     * A measurement that is near.
     *
     * @param estimated of the deployment that was measured; absent where it doesn't fit by the planner's rules, or a fact is
     *                  missing
     */
    public record Found(MeasuredRow row, double distance, Optional<Speed> estimated) {}

    /** All measurements. */
    public MeasuredRows rows() {
        return rows;
    }

    /** The nearest ones, nearest first; none where nothing is near. */
    public List<Found> nearest(Setting asked, Planner planner) {
        return found(evidence.nearest(asked, COUNT, Distance.NEAR), planner);
    }

    /** The nearest one, however far it is. */
    public Optional<Found> nearestOfAll(Setting asked, Planner planner) {
        return found(evidence.nearest(asked, 1, Double.POSITIVE_INFINITY), planner).stream().findFirst();
    }

    private List<Found> found(List<Evidence.Near> near, Planner planner) {
        List<Found> found = new ArrayList<>();
        for (Evidence.Near one : near) {
            found.add(new Found(rows.rows().get(one.place()), one.distance(), estimate(one.place(), planner)));
        }
        return found;
    }

    /** Two threads may both compute it, to the same end. */
    private Optional<Speed> estimate(int place, Planner planner) {
        Optional<Optional<Speed>> known = estimates.get(place);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Speed> speed = planner.evaluate(rows.rows().get(place).request()).estimate().speed();
        estimates.set(place, Optional.of(speed));
        return speed;
    }
}
