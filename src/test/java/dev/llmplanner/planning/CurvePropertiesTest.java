package dev.llmplanner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.engine.search.Bounds;
import dev.llmplanner.engine.search.LoadSearch;
import dev.llmplanner.engine.search.Percentile;
import dev.llmplanner.engine.serving.ServingPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What bounds and halving rest on, over random replicas of the catalog. */
class CurvePropertiesTest {

    private static final int COUNT = 1500;
    private static final double NEAR = 1e-9;
    private static final List<Curves.Curve> CURVES = Curves.random(20261123, COUNT);

    @Test
    void latencyNeverFallsWhilePromptsAreComputedOneAtATime() {
        for (Percentile percentile : Percentile.values()) {
            assertNeverFalls(curve -> (int) Math.min(curve.held(), curve.outputTokens()), percentile::ttftSeconds);
            assertNeverFalls(curve -> (int) Math.min(curve.held(), curve.outputTokens()), percentile::tpotSeconds);
        }
    }

    @Test
    void loadTimesLatencyNeverFalls() {
        for (Percentile percentile : Percentile.values()) {
            assertNeverFalls(curve -> curve.held(), point -> point.concurrency() * percentile.ttftSeconds(point));
            assertNeverFalls(curve -> curve.held(), point -> point.concurrency() * percentile.tpotSeconds(point));
        }
    }

    @Test
    void requestsPerSecondHardlyFallWithLoadUpToWhatDecodesTogether() {
        double most = 0;
        for (Curves.Curve curve : CURVES) {
            double highest = 0;
            for (int load : loads(curve.held())) {
                double value = curve.at().at(load).requestsPerSecond();
                highest = Math.max(highest, value);
                most = Math.max(most, 1 - value / highest);
            }
        }
        assertThat(most).isLessThan(LoadSearch.MOST_FALL / 2);
    }

    @Test
    void aDecodeStepOfMoreSequencesIsNeitherShorterNorMoreThanInProportion() {
        List<String> broken = new ArrayList<>();
        for (Curves.Curve curve : CURVES) {
            double last = 0;
            int lastLoad = 0;
            for (int load : loads(curve.held())) {
                double step = curve.at().decodeSecondsPerToken(load);
                boolean grows = step >= last * (1 - NEAR) && (lastLoad == 0 || step / load <= last / lastLoad * (1 + NEAR));
                if (!grows) {
                    broken.add(curve.name() + ": " + lastLoad + " take " + last + ", " + load + " take " + step);
                }
                last = step;
                lastLoad = load;
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void noLoadExceedsWhatItsDecodeStepsBound() {
        double nearest = 0;
        List<String> broken = new ArrayList<>();
        for (Curves.Curve curve : CURVES) {
            double step = curve.at().decodeSecondsPerToken(curve.held());
            double most = Bounds.mostRequestsPerSecond(curve.held(), step, curve.outputTokens());
            for (int load : loads(curve.held())) {
                ServingPoint point = curve.at().at(load);
                nearest = Math.max(nearest, point.requestsPerSecond() / most);
                if (point.requestsPerSecond() > most * (1 + NEAR)
                        || load > Bounds.mostInFlight(curve.held(), step, point.tpotSeconds()) * (1 + NEAR)) {
                    broken.add(curve.name() + " at " + load);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(nearest).isGreaterThan(0.95);
    }

    private static void assertNeverFalls(
            Function<Curves.Curve, Integer> upTo, Function<ServingPoint, Double> figure) {
        List<String> broken = new ArrayList<>();
        for (Curves.Curve curve : CURVES) {
            double last = 0;
            int lastLoad = 0;
            for (int load : loads(upTo.apply(curve))) {
                double value = figure.apply(curve.at().at(load));
                if (value < last * (1 - NEAR)) {
                    broken.add(curve.name() + ": " + last + " at " + lastLoad + ", " + value + " at " + load);
                }
                last = value;
                lastLoad = load;
            }
        }
        assertThat(broken).isEmpty();
    }

    /** Close together where they are few, about 40 in all. */
    private static List<Integer> loads(int most) {
        List<Integer> loads = new ArrayList<>();
        for (int load = 1; load <= most; load = Math.max(load + 1, (int) (load * 1.17))) {
            loads.add(load);
        }
        if (most >= 1 && loads.get(loads.size() - 1) != most) {
            loads.add(most);
        }
        return loads;
    }
}
