package dev.llmplanner.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonDepthTest {

    @Test
    void countsWhatIsOpenAtOnce() {
        assertThat(JsonDepth.of("{\"a\": [1, {}], \"b\": []}")).isEqualTo(3);
        assertThat(JsonDepth.of("7")).isZero();
        assertThat(JsonDepth.of("[".repeat(1_000))).isEqualTo(1_000);
    }

    @Test
    void bracketsInTextsDontCount() {
        assertThat(JsonDepth.of("[\"[[[\", \"\\\"[[\", \"\\\\\"]")).isEqualTo(1);
    }
}
