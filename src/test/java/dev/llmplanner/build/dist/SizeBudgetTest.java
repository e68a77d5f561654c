package dev.llmplanner.build.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SizeBudgetTest {

    @Test
    void onlyTheFirstLoadCounts() {
        Map<String, byte[]> files = Map.of("a.js", random(1000), "later.js", random(5000));

        assertThatCode(() -> new SizeBudget(List.of("a.js"), 1100).check(files)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new SizeBudget(List.of("a.js", "later.js"), 1100).check(files))
                .hasMessageContaining("may be 1,100");
    }

    @Test
    void theTableNamesEachFileAndTheSum() {
        assertThat(new SizeBudget(List.of("a.js"), 160_000).table(Map.of("a.js", "aaaa".getBytes()))).isEqualTo("""
                first load                   bytes        gzip
                a.js                             4          24
                sum                              4          24 of 160,000""");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
