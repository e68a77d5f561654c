package dev.llmplanner.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.engine.serving.Latency;
import dev.llmplanner.engine.serving.ServingPoint;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, bounds, servers and orders of {@code docs/model/search.md}, by hand. */
class SearchRulesTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({"0.5, 0.02, true", "0.50000000025, 0.02, true", "0.500000001, 0.02, false", "0.5, 0.02000000001, true", "0.5, 0.0200000001, false",
        "0.6, 0.03, false"})
    void aFigureWithinABillionthKeepsItsLimit(double ttft, double tpot, boolean met) {
        assertThat(new Slo(0.5, 0.02, Percentile.MEAN).isMet(new Latency(ttft, tpot, 1))).isEqualTo(met);
    }

    @Test
    void whatIsNotAskedIsMet() {
        Latency never = new Latency(INFINITE, INFINITE, 0);
        Slo first = new Slo(1, INFINITE, Percentile.P95);
        Slo each = new Slo(INFINITE, 0.1, Percentile.P95);

        assertThat(Slo.NONE.isMet(never)).isTrue();
        assertThat(List.of(first.hasTtft(), first.hasTpot(), each.hasTtft(), each.hasTpot())).containsExactly(true, false, false, true);
        assertThat(List.of(first.ttftMet(never), first.tpotMet(never), each.ttftMet(never), each.tpotMet(never)))
                .containsExactly(false, true, true, false);
    }

    @Test
    void whereMeasurementsAreLargerEstimatesHaveToBeSmaller() {
        Slo slo = new Slo(1, 0.06, Percentile.P99).whereMeasured(2, 1.5);

        assertThat(slo.ttftSeconds()).isEqualTo(0.5);
        assertThat(slo.tpotSeconds()).isCloseTo(0.04, within(1e-15));
        assertThat(slo.percentile()).isEqualTo(Percentile.P99);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aLimitIsMoreThanNothing(double limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Slo(limit, 1, Percentile.MEAN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Slo(1, limit, Percentile.MEAN));
    }

    /** 100 sequences take 20 ms a step: a limit of 10 ms leaves 50 at most, and 500 tokens each take 10 s. */
    @Test
    void aStepBoundsLoadAndRate() {
        assertThat(Bounds.mostInFlight(100, 0.02, 0.01)).isCloseTo(50, within(1e-6));
        assertThat(Bounds.mostInFlight(100, 0.02, 0.01)).isGreaterThan(50);
        assertThat(Bounds.mostInFlight(100, 0.02, 0.02)).isEqualTo(100);
        assertThat(Bounds.mostInFlight(100, 0.02, 0.03)).isEqualTo(100);
        assertThat(Bounds.mostInFlight(100, 0.02, INFINITE)).isEqualTo(100);
        assertThat(Bounds.mostRequestsPerSecond(100, 0.02, 500)).isCloseTo(10, within(1e-12));
    }

    /** Standard normal deviates of 95 % and 99 %. */
    @Test
    void aPercentileAddsDeviationsOfTheMeanStall() {
        ServingPoint point = TestCatalog.planner().evaluate((JsonObject) JacksonJson.parse("""
                {"model": "deepseek-r1", "accelerator": "nvidia-h200-sxm-141gb", "gpus": 8,
                 "workload": {"inputTokens": 4000, "outputTokens": 400, "concurrency": 25}}""")).estimate().point().orElseThrow();
        double deviation = point.stallSeconds() / 5;

        assertThat(point.stallSeconds()).isPositive();
        assertThat(Percentile.MEAN.tpotSeconds(point)).isEqualTo(point.tpotSeconds());
        assertThat(Percentile.P50.tpotSeconds(point)).isEqualTo(point.tpotSeconds());
        assertThat(Percentile.P95.tpotSeconds(point)).isCloseTo(point.tpotSeconds() + 1.6449 * deviation, within(1e-15));
        assertThat(Percentile.P99.tpotSeconds(point)).isCloseTo(point.tpotSeconds() + 2.3263 * deviation, within(1e-15));
        assertThat(List.of(Percentile.MEAN.ttftSeconds(point), Percentile.P50.ttftSeconds(point), Percentile.P95.ttftSeconds(point),
                Percentile.P99.ttftSeconds(point)))
                .containsExactly(point.ttftSeconds(), point.ttftSpread().p50Seconds(), point.ttftSpread().p95Seconds(), point.ttftSpread().p99Seconds());
        assertThat(Percentile.P99.of(point)).isEqualTo(new Latency(point.ttftSpread().p99Seconds(), Percentile.P99.tpotSeconds(point),
                point.requestsPerSecond()));
        assertThat(Percentile.P95.code()).isEqualTo("p95");
    }

    @ParameterizedTest
    @CsvSource({"8, 1, 8, 1", "8, 3, 2, 1", "8, 8, 1, 1", "8, 9, 1, 2", "8, 16, 1, 2", "8, 17, 1, 3", "1, 4, 1, 4"})
    void aReplicaStaysInAServerOrHasWholeOnes(int perServer, int perReplica, int inOne, int each) {
        Placement placement = new Placement(perServer, perReplica);

        assertThat(placement.replicasPerServer()).isEqualTo(inOne);
        assertThat(placement.serversPerReplica()).isEqualTo(each);
        for (int replicas = 0; replicas < 40; replicas++) {
            int servers = placement.servers(replicas);
            assertThat(placement.replicas(servers)).isGreaterThanOrEqualTo(replicas);
            assertThat(servers == 0 || placement.replicas(servers - 1) < replicas).as("one server less").isTrue();
        }
    }

    @Test
    void serversAndReplicasHaveGpus() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Placement(0, 1)).withMessageContaining("0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Placement(1, 0));
    }

    /** 97 of 10 each: 10 replicas of 2 GPUs on 3 servers of 8; a spare server runs 4 more, so 14 beside 2 idle places. */
    @Test
    void spareServersRunReplicasToo() {
        Sizing sizing = Sizing.of(97, 10, new Placement(8, 2), 1);

        assertThat(sizing).isEqualTo(new Sizing(new Placement(8, 2), 10, 14, 4, 1));
        assertThat(sizing.gpusNeeded()).isEqualTo(20);
        assertThat(sizing.replicasWithout(0)).isEqualTo(14);
        assertThat(sizing.replicasWithout(1)).isEqualTo(12);
        assertThat(sizing.replicasWithout(4)).isZero();
        assertThat(sizing.replicasWithout(5)).isZero();
        assertThat(Sizing.of(97, 10, new Placement(8, 2), 0).replicas()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 1, 1", "999999.5, 1, 1000000", "1000000, 1, 1000000", "2e9, 1, 1000000", "1, 0, 1000000", "0, 0, 1000000", "20, 7, 3"})
    void replicasAreOneAtLeastAndAMillionAtMost(double demand, double capacity, int replicas) {
        assertThat(Sizing.replicas(demand, capacity)).isEqualTo(replicas);
    }

    @Test
    void figuresWithinABillionthOfTheFirstAreOneRun() {
        double[] figures = {1 + 3e-9, 1 + 0.9e-9, 1, 2};

        assertThat(Ranking.of(List.of(0, 1, 2, 3), place -> figures[place], Comparator.reverseOrder())).containsExactly(2, 1, 0, 3);
        assertThat(Ranking.of(List.of(0, 1, 2, 3), place -> figures[place], Comparator.naturalOrder())).containsExactly(1, 2, 0, 3);
        assertThat(Ranking.of(List.of(0, 1, 2), place -> -figures[place], Comparator.naturalOrder())).containsExactly(0, 1, 2);
    }

    /** Nobody can be told from the first while his best is no worse; the first that can be leads the next tie. */
    @Test
    void theFirstOfATieLeadsIt() {
        double[] figures = {10, 11, 12, 12.5, 20};
        List<Integer> ranked = List.of(0, 1, 2, 3, 4);

        assertThat(Ranking.ties(ranked, place -> figures[place], place -> figures[place] - 1)).containsExactly(1, 1, 2, 2, 3);
        assertThat(Ranking.ties(List.<Integer>of(), place -> 0, place -> 0)).isEmpty();
    }

    @Test
    void aPointThatIsBetterByLessThanABillionthIsTheSame() {
        double[][] points = {{3, 1}, {2, 1 + 1e-10}, {1, 1 + 1e-8}, {0, 0.5}};

        assertThat(Frontier.of(List.of(0, 1, 2, 3), place -> points[place][0], place -> points[place][1])).containsExactly(2, 0);
        assertThat(Frontier.of(List.of(0, 1), place -> place, place -> -2)).containsExactly(1);
        assertThat(Frontier.of(List.of(0, 1), place -> 1, place -> place)).containsExactly(1);
        // Of negative figures too: −1 beats −2.
        assertThat(Frontier.of(List.of(0, 1), place -> -place, place -> place - 2)).containsExactly(1, 0);
    }
}
