package dev.llmplanner.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.engine.search.LoadSearch.Measure;
import dev.llmplanner.engine.serving.Latency;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The load that a search finds is the largest of all, and it is found by looking at few. */
class LoadSearchTest {

    private static final int CURVES = 3000;

    /** Counts what is asked for; a search that asks more often than there are loads is lost. */
    private static final class Counted implements IntFunction<Latency> {
        private final Latency[] curve;
        private int asked;

        Counted(Latency[] curve) {
            this.curve = curve;
        }

        @Override
        public Latency apply(int load) {
            assertThat(++asked).as("points asked for").isLessThanOrEqualTo(2 * curve.length);
            assertThat(load).isBetween(1, curve.length);
            return curve[load - 1];
        }
    }

    /**
     * A random curve of the kind that deployments have: up to {@code even} neither latency falls; beyond, load × latency doesn't. Requests
     * per second never fall.
     */
    private static Latency[] curve(Random random, int loads, int even) {
        Latency[] curve = new Latency[loads];
        double ttft = 1;
        double tpot = 0.01;
        double rate = 1;
        for (int load = 1; load <= loads; load++) {
            boolean mayFall = load > Math.max(1, even) && random.nextInt(3) == 0;
            double least = mayFall ? (load - 1.0) / load : 1;
            ttft *= least + (1.02 - least) * random.nextDouble();
            tpot *= least + (1.02 - least) * random.nextDouble();
            rate += random.nextInt(3);
            curve[load - 1] = new Latency(ttft, tpot, rate);
        }
        return curve;
    }

    private static Slo limits(Random random, Latency[] curve) {
        Latency near = curve[random.nextInt(curve.length)];
        double ttft = near.ttftSeconds() * (0.97 + 0.1 * random.nextDouble());
        double tpot = curve[random.nextInt(curve.length)].tpotSeconds() * (0.97 + 0.1 * random.nextDouble());
        return switch (random.nextInt(3)) {
            case 0 -> new Slo(ttft, Double.POSITIVE_INFINITY, Percentile.MEAN);
            case 1 -> new Slo(Double.POSITIVE_INFINITY, tpot, Percentile.MEAN);
            default -> new Slo(ttft, tpot, Percentile.MEAN);
        };
    }

    private static int largest(Latency[] curve, Slo slo) {
        int largest = 0;
        for (int load = 1; load <= curve.length; load++) {
            if (curve[load - 1].ttftSeconds() <= slo.ttftSeconds() && curve[load - 1].tpotSeconds() <= slo.tpotSeconds()) {
                largest = load;
            }
        }
        return largest;
    }

    @Test
    void noLargerLoadKeepsTheLimits() {
        Random random = new Random(20261124);
        int found = 0;
        double asked = 0;
        double loads = 0;
        for (int i = 0; i < CURVES; i++) {
            int most = 1 + random.nextInt(120);
            int even = random.nextInt(140);
            Latency[] curve = curve(random, most, even);
            Slo slo = limits(random, curve);
            Counted points = new Counted(curve);

            assertThat(new LoadSearch(points, slo, even + 0.9 * random.nextDouble()).largest(most))
                    .as("curve %d", i).isEqualTo(largest(curve, slo));
            found += largest(curve, slo) > 0 ? 1 : 0;
            asked += points.asked;
            loads += most;
        }
        assertThat(found).isBetween(CURVES / 10, CURVES * 99 / 100);
        assertThat(asked).isLessThan(loads / 4);
    }

    /** Halving 1,000 loads takes 10 steps, after a look at the last. */
    @Test
    void whereLatencyNeverFallsLoadsAreHalved() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            Latency[] curve = curve(random, 1000, 1000);
            Slo slo = limits(random, curve);
            Counted points = new Counted(curve);

            assertThat(new LoadSearch(points, slo, 1000).largest(1000)).isEqualTo(largest(curve, slo));
            assertThat(points.asked).isLessThanOrEqualTo(11);
        }
    }

    /** Where even the first load takes 200 times as long, no load up to 100 is looked at one by one. */
    @Test
    void anIntervalThatBreaksALimitAllAlongIsLeftOut() {
        for (Slo slo : new Slo[] {new Slo(0.004, 1, Percentile.MEAN), new Slo(10, 4e-5, Percentile.MEAN)}) {
            Counted points = new Counted(curve(new Random(1), 100, 0));

            assertThat(new LoadSearch(points, slo, 0).largest(100)).isZero();
            assertThat(points.asked).isLessThanOrEqualTo(3);
        }
    }

    /** At one where it begins, at two in a step; where it ends with halving, at eight of 120. */
    @Test
    void aSearchInStepsLooksAtFewPointsInEachAndFindsTheSame() {
        Random random = new Random(20261126);
        int steps = 0;
        for (int i = 0; i < CURVES; i++) {
            int even = random.nextInt(100);
            Latency[] curve = curve(random, 120, even);
            Slo slo = limits(random, curve);
            Counted points = new Counted(curve);
            LoadSearch search = new LoadSearch(points, slo, even);
            search.begin(120);
            assertThat(points.asked).isEqualTo(1);
            while (!search.isDone()) {
                int before = points.asked;
                search.step();
                assertThat(points.asked - before).isLessThanOrEqualTo(search.isDone() && search.found() <= even ? 8 : 2);
                steps++;
            }
            assertThat(search.found()).as("curve %d", i).isEqualTo(largest(curve, slo));
        }
        assertThat(steps).isGreaterThan(CURVES);
    }

    @Test
    void whatIsWorthItIsFound() {
        Random random = new Random(20261125);
        int notWorth = 0;
        int worthless = 0;
        int asked = 0;
        int askedForAll = 0;
        for (int i = 0; i < CURVES; i++) {
            int most = 1 + random.nextInt(120);
            int even = random.nextInt(140);
            Latency[] curve = curve(random, most, even);
            Slo slo = limits(random, curve);
            Measure measure = Measure.values()[random.nextInt(2)];
            int best = largest(curve, slo);
            double value = best == 0 ? 0 : measure == Measure.REQUESTS_IN_FLIGHT ? best : curve[best - 1].requestsPerSecond();
            double worth = (measure == Measure.REQUESTS_IN_FLIGHT ? most : curve[most - 1].requestsPerSecond()) * random.nextDouble();
            Counted points = new Counted(curve);
            Counted all = new Counted(curve);

            int answer = new LoadSearch(points, slo, even, measure, worth).largest(most);
            new LoadSearch(all, slo, even).largest(most);

            if (best > 0 && value >= worth) {
                assertThat(answer).as("curve %d", i).isEqualTo(best);
            } else {
                // Any load but one that breaks a limit.
                assertThat(answer).as("curve %d", i).isBetween(LoadSearch.NOT_WORTH, best);
                assertThat(answer < 1 || slo.isMet(curve[answer - 1])).as("curve %d", i).isTrue();
                notWorth += answer == LoadSearch.NOT_WORTH ? 1 : 0;
                worthless++;
                asked += points.asked;
                askedForAll += all.asked;
            }
        }
        assertThat(notWorth).isGreaterThan(worthless / 3);
        assertThat(asked).isLessThan(askedForAll * 3 / 4);
    }

    /** A load of 1,000 that breaks the limits ends a search for 1,002; one for 1,000.5 goes on, since rates may fall by 0.1 %. */
    @Test
    void aSearchEndsWhereNoSmallerLoadIsWorthIt() {
        Latency[] curve = new Latency[1000];
        for (int load = 1; load <= 1000; load++) {
            curve[load - 1] = new Latency(load, 0.01, load / 10.0);
        }
        Slo slo = new Slo(400, 1, Percentile.MEAN);

        for (Measure measure : Measure.values()) {
            double unit = measure == Measure.REQUESTS_IN_FLIGHT ? 1 : 0.1;
            Counted none = new Counted(curve);
            assertThat(new LoadSearch(none, slo, 1000, measure, 1002 * unit).largest(1000)).isEqualTo(LoadSearch.NOT_WORTH);
            assertThat(none.asked).isEqualTo(1);
            Counted rest = new Counted(curve);
            // 1,000 is looked at, and 500, which is too little.
            assertThat(new LoadSearch(rest, slo, 1000, measure, 1000.5 * unit).largest(1000)).isEqualTo(LoadSearch.NOT_WORTH);
            assertThat(rest.asked).isEqualTo(2);
            // Where it may fall beyond, the same.
            Counted uneven = new Counted(curve);
            assertThat(new LoadSearch(uneven, slo, 0, measure, 1002 * unit).largest(1000)).isEqualTo(LoadSearch.NOT_WORTH);
            assertThat(uneven.asked).isEqualTo(1);
            assertThat(new LoadSearch(new Counted(curve), slo, 1000, measure, 390 * unit).largest(1000)).isEqualTo(400);
            assertThat(new LoadSearch(new Counted(curve), slo, 100, measure, 390 * unit).largest(1000)).isEqualTo(400);
        }
    }

    @Test
    void withoutRoomForOneThereIsNone() {
        assertThat(new LoadSearch(load -> new Latency(1, 1, 1), Slo.NONE, 10).largest(0)).isZero();
        assertThat(new LoadSearch(load -> new Latency(1, 1, 1), Slo.NONE, 10).largest(1)).isEqualTo(1);
        assertThat(new LoadSearch(load -> new Latency(1, 1, 1), Slo.NONE, 10).largest(5)).isEqualTo(5);
    }
}
