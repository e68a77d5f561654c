package dev.llmplanner.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WalkTest {
    private final Walk start = Walk.before(List.of(0, 3, 0, 2, 1));

    @Test
    void anyArrowLeadsToTheFirstPoint() {
        for (String key : List.of("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End")) {
            assertThat(Walk.isKey(key)).isTrue();
            assertThat(start.after(key)).isEqualTo(start.at(1, 0));
        }
        assertThat(Walk.isKey("a")).isFalse();
    }

    @Test
    void rightPassesEveryPointOnceAndStaysAtTheLast() {
        Walk walk = start.after("ArrowRight");
        StringBuilder passed = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            passed.append(walk.series()).append(walk.index()).append(' ');
            walk = walk.after("ArrowRight");
        }

        assertThat(passed.toString()).isEqualTo("10 11 12 30 31 40 40 40 ");
        assertThat(start.at(3, 0).after("ArrowLeft")).isEqualTo(start.at(1, 2));
        assertThat(start.at(1, 0).after("ArrowLeft")).isEqualTo(start.at(1, 0));
    }

    @Test
    void downGoesToTheNextSeriesAtTheSamePlace() {
        assertThat(start.at(1, 1).after("ArrowDown")).isEqualTo(start.at(3, 1));
        assertThat(start.at(1, 2).after("ArrowDown")).isEqualTo(start.at(3, 1));
        assertThat(start.at(3, 1).after("ArrowUp")).isEqualTo(start.at(1, 1));
        assertThat(start.at(4, 0).after("ArrowDown")).isEqualTo(start.at(4, 0));
    }

    @Test
    void homeAndEndLeadToTheFirstAndTheLastPoint() {
        assertThat(start.at(3, 0).after("Home")).isEqualTo(start.at(1, 0));
        assertThat(start.at(1, 0).after("End")).isEqualTo(start.at(4, 0));
    }

    @Test
    void withoutPointsNothingHappens() {
        Walk nothing = Walk.before(List.of(0, 0));

        assertThat(nothing.after("ArrowRight").isAtPoint()).isFalse();
    }
}
