package dev.llmplanner.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlgorithmsTest {

    @Test
    void aFrontierHoldsExactlyWhatNothingDominates() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            List<double[]> points = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                points.add(new double[] {random.nextInt(20), random.nextInt(20)});
            }

            List<double[]> frontier = Frontier.of(points, point -> point[0], point -> point[1]);

            for (double[] point : points) {
                boolean dominated = points.stream().anyMatch(other -> other[0] >= point[0] && other[1] >= point[1]
                        && (other[0] > point[0] || other[1] > point[1]));
                boolean kept = frontier.stream().anyMatch(one -> one[0] == point[0] && one[1] == point[1]);
                assertThat(kept).isEqualTo(!dominated);
            }
            assertThat(frontier).isSortedAccordingTo(Comparator.comparingDouble(point -> point[0]));
        }
    }

    @Test
    void equalPointsStandOnceOnAFrontier() {
        assertThat(Frontier.of(List.of(new double[] {1, 2}, new double[] {1, 2}), point -> point[0], point -> point[1]))
                .hasSize(1);
    }

    @Test
    void nearTiesAreRankedByTheOrderThatIsGiven() {
        List<String> ranked = Ranking.of(List.of("b", "a", "c"),
                item -> item.equals("c") ? 2 : item.equals("b") ? 1 : 1 + 1e-12, Comparator.naturalOrder());

        assertThat(ranked).containsExactly("a", "b", "c");
    }

    @Test
    void figuresThatAreNotKnownComeLastInThatOrder() {
        assertThat(Ranking.of(List.of("z", "y", "a"), item -> item.equals("a") ? 5 : Double.POSITIVE_INFINITY,
                Comparator.naturalOrder())).containsExactly("a", "y", "z");
    }

    @Test
    void aTieReachesAsFarAsTheFirstLiesWithinTheBand() {
        double[] figures = {10, 10.5, 11, 14};
        List<Integer> ranked = List.of(0, 1, 2, 3);

        assertThat(Ranking.ties(ranked, i -> figures[i], i -> figures[i] * 0.93)).containsExactly(1, 1, 2, 3);
    }

    @Test
    void smallReplicasShareAServerAndLargeOnesHaveTheirOwn() {
        Placement small = new Placement(8, 2);
        Placement large = new Placement(8, 16);
        Placement odd = new Placement(10, 4);

        assertThat(small.servers(5)).isEqualTo(2);
        assertThat(large.servers(3)).isEqualTo(6);
        assertThat(odd.replicasPerServer()).isEqualTo(2);
        assertThat(large.replicas(5)).isEqualTo(2);
    }

    @Test
    void asManyReplicasAsTheDemandNeedsAndNoneForARoundingError() {
        assertThat(Sizing.replicas(30, 10)).isEqualTo(3);
        assertThat(Sizing.replicas(30 * (1 + 1e-12), 10)).isEqualTo(3);
        assertThat(Sizing.replicas(30.1, 10)).isEqualTo(4);
    }

    @Test
    void withTheSpareServersLostTheRestStillHoldsWhatIsNeeded() {
        for (int gpus : new int[] {1, 2, 4, 8, 16, 32}) {
            for (int spare = 0; spare < 4; spare++) {
                Sizing sizing = Sizing.of(97, 10, new Placement(8, gpus), spare);

                assertThat(sizing.replicasWithout(spare)).as(gpus + " GPUs, " + spare).isGreaterThanOrEqualTo(sizing.needed());
            }
        }
    }
}
