package dev.llmplanner.benchmark;

import static dev.llmplanner.benchmark.ResultFile.read;
import static dev.llmplanner.benchmark.ResultFile.refused;
import static dev.llmplanner.benchmark.ResultFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, the answer is a reading without markup. */
class HostileResultTest {

    private static final List<String> SAMPLES = List.of("vllm-bench.json", "sglang-bench.jsonl", "guidellm-old.json",
            "guidellm.json", "aiperf.json", "genai-perf.json", "inferencex.json", "vllm.log", "vllm-old.log", "sglang.log",
            "kept.json");
    private static final List<String> SHARDS = List.of("null", "NaN", "-Infinity", "-1", "1e999", "1e-320", "{}", "[]", "\"\"",
            "\"<img src=x onerror=alert(1)>\"", "{\"__proto__\": {\"completed\": 1}}", "[[[[", "}}", "\\", "\"", "\u0000", "\ufeff",
            "\ud800", "\u202e", "true", ",", ":", "99999999999999999999999999", "0x10", "'", "constructor", "GiB", "%", "=");

    @Test
    void noMutationOfASampleThrowsOrLeavesMarkup() {
        Random random = new Random(20260131);
        int readable = 0;
        for (int round = 0; round < 6_000; round++) {
            String text = mutated(text(SAMPLES.get(random.nextInt(SAMPLES.size()))), random);
            Reading reading = read(text);
            readable += reading instanceof Refused ? 0 : 1;
            assertThat(reading.toString()).as(text).doesNotContain(
                    "<", "\u202e", "\u0000", "Double[NaN", "Double[Inf", "Double[-", "Int[-");
        }

        assertThat(readable).isBetween(1_000, 5_500);
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(mutated.length());
            int end = Math.min(mutated.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(at, Math.max(end, at + 1));
                case 1 -> mutated.insert(at, SHARDS.get(random.nextInt(SHARDS.size())));
                case 2 -> mutated.replace(at, end, SHARDS.get(random.nextInt(SHARDS.size())));
                default -> value(mutated, at, random);
            }
            if (mutated.length() == 0) {
                return " ";
            }
        }
        return mutated.toString();
    }

    /** Another value after the next colon: most files stay JSON. */
    private static void value(StringBuilder text, int from, Random random) {
        int colon = text.indexOf(":", from);
        int end = colon < 0 ? -1 : text.indexOf(",", colon);
        if (end > 0) {
            text.replace(colon + 1, end, " " + SHARDS.get(random.nextInt(SHARDS.size())));
        }
    }

    @Test
    void deepNestingIsRefusedBeforeAParserSeesIt() {
        JsonParser none = text -> {
            throw new AssertionError("parsed");
        };

        Reading read = BenchmarkReader.read("[".repeat(200_000), none);

        assertThat(((Refused) read).code()).isEqualTo(RefusalCode.TOO_DEEP);
        assertThat(refused("{\"itls\": " + "[".repeat(200_000)).code()).isEqualTo(RefusalCode.TOO_DEEP);
    }

    @Test
    void aNameLosesItsMarkup() {
        String file = text("vllm-bench.json").replace("\"model_id\": \"meta-llama/",
                "\"model_id\": \"<script>alert('x')</script>\u202emeta-llama/");

        Run run = ((Reading.Runs) read(file)).runs().get(0);

        assertThat(run.served().model()).isEqualTo(Optional.of("scriptalert(x)/scriptmeta-llama/Llama-3.3-70B-Instruct"));
    }

    @Test
    void aMemberCalledProtoIsAMember() {
        assertThat(refused("{\"__proto__\": " + text("vllm-bench.json").replace("NaN", "1") + "}").code())
                .isEqualTo(RefusalCode.UNKNOWN_KIND);
    }

    @Test
    void aFileOfAThousandAndOneRunsIsRefused() {
        String run = JacksonJson.compact(JacksonJson.parse(LeanText.of(text("vllm-bench.json")).text()));

        assertThat(((Reading.Runs) read((run + "\n").repeat(1_000))).runs()).hasSize(1_000);
        assertThat(refused((run + "\n").repeat(1_001)).code()).isEqualTo(RefusalCode.TOO_MANY_RUNS);
    }
}
