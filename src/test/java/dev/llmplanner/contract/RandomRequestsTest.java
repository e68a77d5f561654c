package dev.llmplanner.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RandomRequestsTest {

    @Test
    void everyRequestHasAResultOrARequestError() {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> bugs = new ArrayList<>();
        for (JsonObject request : new RandomRequests(20261123, TestCatalog.catalog()).next(6000)) {
            try {
                counts.merge(Outcome.kind(Outcome.of(TestCatalog.planner(), request)), 1, Integer::sum);
            } catch (RuntimeException bug) {
                bugs.add(bug + " for " + JacksonJson.compact(request));
            }
        }
        System.out.println(counts);

        assertThat(bugs).isEmpty();
        assertThat(counts).containsKeys("fits with speed", "tight with speed", "does-not-fit", "unknown", "fits");
    }
}
