package dev.llmplanner.planning;

import static dev.llmplanner.planning.Searches.items;
import static dev.llmplanner.planning.Searches.number;
import static dev.llmplanner.planning.Searches.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search can be left between any two steps, and no step is long: in times of a pass, which no machine changes. */
class SearchStepsTest {

    /** A browser takes about 2 µs for a pass, 4 ms for so many. */
    private static final int MOST_WORK = 2000;

    private static final String POOLS = """
            {'models': ['gpt-oss-120b'], 'servers': ['nvidia-dgx-h200', 'nvidia-dgx-b200'], 'engines': ['sglang'],
             'modes': ['aggregated', 'disaggregated'], 'demand': {'requestsPerSecond': 200},
             'workload': {'inputTokens': 4096, 'outputTokens': 512},
             'slo': {'ttftSeconds': 2, 'tpotSeconds': 0.04, 'percentile': 'p95'}, 'redundancy': {'spareServers': 1}}""";
    private static final String ANY_SERVER = """
            {'models': ['llama-3.1-70b'], 'demand': {'concurrency': 300}, 'workload': {'inputTokens': 1024, 'outputTokens': 256},
             'slo': {'ttftSeconds': 2, 'tpotSeconds': 0.05}, 'rankBy': 'gpus'}""";

    private static Search begun(String request) {
        return Search.of(TestCatalog.planner(), Searches.plant(), parsed(request));
    }

    private static JsonObject parsed(String request) {
        return (JsonObject) JacksonJson.parse(request.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {POOLS, ANY_SERVER})
    void noStepTakesMorePassesThanABrowserComputesInSomeMilliseconds(String request) {
        Search search = begun(request);
        int longest = 0;
        int steps = 0;
        while (!search.isDone()) {
            int before = search.work();
            search.advance(1);
            longest = Math.max(longest, search.work() - before);
            steps++;
        }
        assertThat(longest).isBetween(1, MOST_WORK);
        assertThat(search.work()).isGreaterThan(10 * longest);
    }

    @Test
    void aSearchInStepsBesideAnotherAnswersAsOneThatRunsThrough() {
        Search through = begun(POOLS);
        through.advance(Integer.MAX_VALUE);
        Search other = begun(ANY_SERVER);
        Search inSteps = begun(POOLS);
        while (!inSteps.isDone()) {
            inSteps.advance(1);
            other.advance(1);
        }

        assertThat(through.isDone()).isTrue();
        assertThat(inSteps.result()).isEqualTo(through.result());
        assertThat(text(inSteps.result(), "plans.0.mode")).isIn("aggregated", "disaggregated");
    }

    @Test
    void aSearchThatIsLeftKeepsThePlansAndWhatWasExplained() {
        JsonObject whole = Searches.answer(parsed(POOLS));
        List<Json> changes = items(whole, "explanation.changes");
        List<Integer> explained = new ArrayList<>();
        Search search = begun(POOLS);
        int last = 0;
        while (!search.isDone()) {
            search.advance(1);
            if (search.hasPlans() && search.done() > last) {
                last = search.done();
                JsonObject left = search.result();
                assertThat(items(left, "plans")).isEqualTo(items(whole, "plans"));
                List<Json> so = items(left, "explanation.changes");
                assertThat(changes.subList(0, so.size())).isEqualTo(so);
                explained.add(so.size());
            }
        }
        assertThat(explained).contains(0, 1, changes.size() - 1, changes.size());
    }

    @Test
    void partsThatAreDoneNeverFallAndEndAsTheWhole() {
        Search search = begun(POOLS);
        int last = 0;
        while (!search.isDone()) {
            search.advance(1);
            assertThat(search.done()).isBetween(last, search.size());
            last = search.done();
        }
        assertThat(last).isEqualTo(search.size());
    }

    @Test
    void aWishBeyondWhatARequestMayAskForIsLeftOutAndTheOthersStand() {
        JsonObject answer = Searches.answer(ANY_SERVER.replace("'ttftSeconds': 2", "'ttftSeconds': 36000"));

        assertThat(codes(answer)).contains("looser-tpot").doesNotContain("looser-ttft");
        assertThat(items(answer, "explanation.tornado")).isNotEmpty()
                .noneMatch(bar -> text(bar, "input").equals("slo.ttftSeconds"));
    }

    @Test
    void aWishThatNothingMeetsStandsWithoutAPlan() {
        JsonObject answer = Searches.answer("""
                {'models': ['gpt-oss-120b'], 'servers': ['nvidia-dgx-h200'], 'engines': ['vllm'], 'demand': {'concurrency': 4},
                 'rankBy': 'gpus', 'budget': {'servers': 1}}""");

        assertThat(items(answer, "plans")).isNotEmpty();
        Json spare = items(answer, "explanation.changes").stream()
                .filter(change -> text(change, "code").equals("one-more-spare-server")).findFirst().orElseThrow();
        assertThat(number(spare, "change.redundancy.spareServers")).isEqualTo(1);
        assertThat(Searches.has(spare, "plan")).isFalse();
    }

    private static List<String> codes(JsonObject answer) {
        return items(answer, "explanation.changes").stream().map(change -> text(change, "code")).toList();
    }
}
