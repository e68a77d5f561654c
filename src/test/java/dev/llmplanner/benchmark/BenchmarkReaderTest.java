package dev.llmplanner.benchmark;

import static dev.llmplanner.benchmark.ResultFile.read;
import static dev.llmplanner.benchmark.ResultFile.refused;
import static dev.llmplanner.benchmark.ResultFile.run;
import static dev.llmplanner.benchmark.ResultFile.runs;
import static dev.llmplanner.benchmark.ResultFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each tool's file says, in the planner's terms. */
class BenchmarkReaderTest {

    /** The kind shows in the content: no name is given. */
    @ParameterizedTest
    @CsvSource({"vllm-bench.json, VLLM_BENCH, 1", "sglang-bench.jsonl, SGLANG_BENCH, 2", "guidellm-old.json, GUIDELLM, 1",
            "guidellm.json, GUIDELLM, 1", "aiperf.json, AIPERF, 1", "genai-perf.json, AIPERF, 1",
            "inferencex.json, INFERENCEX, 2"})
    void eachFileGivesTheRunsOfTheGoldenFile(String name, FileKind kind, int count) {
        Reading.Runs read = runs(name);

        List<Json> written = new ArrayList<>();
        read.runs().forEach(run -> written.add(RunJson.write(run)));
        Json golden = ((JsonObject) JacksonJson.parse(text("golden.json"))).members().get(name);
        assertThat(JacksonJson.pretty(new JsonArray(written))).isEqualTo(JacksonJson.pretty(golden));
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.runs()).hasSize(count);
    }

    @Test
    void lengthsAreTotalsOverCompletedRequests() {
        assertThat(run("vllm-bench.json").demand().inputTokens()).hasValue(1000);
        assertThat(run("vllm-bench.json").demand().outputTokens()).hasValue(200);
    }

    @Test
    void gapsBetweenTokensAreNeverTakenForTpot() {
        Run both = run("vllm-bench.json");
        Run gapsAlone = ((Reading.Runs) read(text("vllm-bench.json").replace("mean_tpot_ms", "other"))).runs().get(0);

        assertThat(both.outcome().tpot().meanSeconds()).hasValue(0.024);
        assertThat(both.outcome().itl().meanSeconds()).hasValue(0.022);
        assertThat(gapsAlone.outcome().tpot().meanSeconds()).isEmpty();
    }

    /** Their inter-token latency is a mean over a request; GuideLLM's own TPOT divides by one token more. */
    @Test
    void guidellmAndAiperfCallTpotInterTokenLatency() {
        assertThat(run("guidellm-old.json").outcome().tpot().meanSeconds()).hasValue(0.016);
        assertThat(run("guidellm-old.json").outcome().itl()).isEqualTo(Run.Latency.NONE);
        assertThat(run("aiperf.json").outcome().tpot().meanSeconds()).hasValue(0.03);
        assertThat(run("aiperf.json").outcome().itl().meanSeconds().orElseThrow()).isCloseTo(0.028,
                org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void anInfiniteRateOfPythonIsNoRate() {
        Reading.Runs read = runs("sglang-bench.jsonl");

        assertThat(read.runs().get(0).demand().requestsPerSecond()).isEmpty();
        assertThat(read.runs().get(1).demand().requestsPerSecond()).hasValue(2);
    }

    @Test
    void aRunWithoutACompletedRequestIsSkippedWithItsLine() {
        assertThat(runs("sglang-bench.jsonl").skipped())
                .containsExactly(Refused.at(RefusalCode.NOTHING_MEASURED, "completed", 4));
    }

    @Test
    void aLatencyOfZeroWasNotMeasured() {
        Run run = ((Reading.Runs) read(text("vllm-bench.json").replace("\"mean_ttft_ms\": 250.0", "\"mean_ttft_ms\": 0.0")))
                .runs().get(0);

        assertThat(run.outcome().ttft().meanSeconds()).isEmpty();
    }

    @Test
    void outputOfInferencexIsThatOfTheGpusItIsPer() {
        Reading.Runs read = runs("inferencex.json");

        assertThat(read.runs().get(0).outcome().outputTokensPerSecond()).hasValue(4000);
        assertThat(read.runs().get(1).outcome().outputTokensPerSecond()).hasValue(4800);
        assertThat(read.runs().get(1).served().gpus()).hasValue(24);
        assertThat(read.runs().get(1).served().separatePools()).isTrue();
    }

    @Test
    void aUnitThatIsNotKnownIsRefusedWhereItStands() {
        String file = text("aiperf.json").replace("\"time_to_first_token\": {\"unit\": \"ms\"",
                "\"time_to_first_token\": {\"unit\": \"fortnights\"");

        assertThat(refused(file)).isEqualTo(Refused.at(RefusalCode.WRONG_VALUE, "time_to_first_token.unit", 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mean_tpot_ms       | -1          | mean_tpot_ms
            mean_tpot_ms       | "fast"      | mean_tpot_ms
            mean_tpot_ms       | [1]         | mean_tpot_ms
            mean_tpot_ms       | 1e300       | mean_tpot_ms
            completed          | 1.5         | completed
            total_input_tokens | {"a": 1}    | total_input_tokens
            """)
    void aWrongFigureIsRefusedWhereItStands(String field, String value, String path) {
        String file = text("vllm-bench.json").replaceFirst("\"" + field + "\": [0-9.]+", "\"" + field + "\": " + value);

        assertThat(refused(file)).isEqualTo(Refused.at(RefusalCode.WRONG_VALUE, path, 0));
    }

    @Test
    void anyOtherFileIsToldWhatWasExpected() {
        assertThat(refused("  \n ").code()).isEqualTo(RefusalCode.EMPTY);
        assertThat(refused("{\"a\": 1}").code()).isEqualTo(RefusalCode.UNKNOWN_KIND);
        assertThat(refused("a,b\n1,2\n").code()).isEqualTo(RefusalCode.UNKNOWN_KIND);
        assertThat(refused("{\"a\": ").code()).isEqualTo(RefusalCode.NOT_JSON);
        assertThat(refused("{\"a\": 1}").expected()).containsExactly(FileKind.values());
    }

    @Test
    void aLineThatIsNotJsonIsNamed() {
        String file = text("sglang-bench.jsonl") + "{\"backend\": \n";

        assertThat(runs("sglang-bench.jsonl").skipped()).hasSize(1);
        assertThat(((Reading.Runs) read(file)).skipped())
                .contains(new Refused(RefusalCode.NOT_JSON, "", 5, List.of(FileKind.values())));
    }

    @Test
    void aFileOfMoreThan64MillionCharactersIsNotLookedAt() {
        assertThat(refused(" ".repeat(BenchmarkReader.MOST_CHARACTERS + 1)))
                .isEqualTo(new Refused(RefusalCode.TOO_LARGE, "", 0, List.of()));
    }

    @Test
    void listsWithAnEntryPerRequestNeverReachTheParser() {
        LeanText.Result lean = LeanText.of(text("vllm-bench.json"));

        assertThat(lean.text()).contains("\"itls\": null").contains("\"generated_texts\": null").doesNotContain("quoted")
                .doesNotContain("NaN").contains("\"p99_itl_ms\": 60.0}");
    }
}
