package dev.llmplanner.benchmark;

import static dev.llmplanner.benchmark.ResultFile.read;
import static dev.llmplanner.benchmark.ResultFile.refused;
import static dev.llmplanner.benchmark.ResultFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What engines print when they start. */
class StartupLogTest {

    private static final double GIB = 1_073_741_824.0;

    private static LogFacts facts(String text) {
        return ((Reading.Log) read(text)).facts();
    }

    @Test
    void vllmNamesTheHeaviestRankAndTheSmallestCache() {
        assertThat(facts(text("vllm.log"))).isEqualTo(new LogFacts(
                FileKind.VLLM_LOG, Optional.of("0.11.0"), Optional.of("meta-llama/Llama-3.3-70B-Instruct"),
                Optional.of("torch.bfloat16"), Optional.empty(), Optional.of("fp8"), OptionalInt.of(4), OptionalInt.of(1),
                OptionalDouble.of(0.9), OptionalInt.of(32768), OptionalDouble.of(32.75 * GIB), OptionalDouble.of(39.5 * GIB),
                OptionalDouble.of(0.5 * GIB), OptionalDouble.of(1_036_288), OptionalInt.of(16), OptionalDouble.of(31.63)));
    }

    @Test
    void olderVllmPrintsBlocksWhoseLengthItSaysElsewhere() {
        LogFacts facts = facts(text("vllm-old.log"));

        assertThat(facts.kvCacheTokens()).hasValue(160_000);
        assertThat(facts.weightsBytes()).hasValue(15.5 * GIB);
        assertThat(facts.kvCacheBytes()).hasValue(20 * GIB);
        assertThat(facts.maxSequenceTokens()).hasValue(8192);
        assertThat(facts(text("vllm-old.log").replace("block_size=16, ", "")).kvCacheTokens()).isEmpty();
    }

    /** Its first character is a bracket, as JSON's may be. */
    @Test
    void sglangAddsKeysAndValues() {
        assertThat(facts(text("sglang.log"))).isEqualTo(new LogFacts(
                FileKind.SGLANG_LOG, Optional.empty(), Optional.of("Qwen/Qwen3-235B-A22B"), Optional.empty(),
                Optional.of("fp8"), Optional.empty(), OptionalInt.of(8), OptionalInt.of(1), OptionalDouble.of(0.85),
                OptionalInt.of(40960), OptionalDouble.of(29.5 * GIB), OptionalDouble.of(80 * GIB), OptionalDouble.empty(),
                OptionalDouble.of(900_000), OptionalInt.of(1), OptionalDouble.empty()));
    }

    @Test
    void aLatentCacheHasOneSize() {
        LogFacts facts = facts("[2026-01-31 10:01:01 TP0] KV Cache is allocated. #tokens: 500000, KV size: 30.00 GB");

        assertThat(facts.kvCacheBytes()).hasValue(30 * GIB);
        assertThat(facts.kvCacheTokens()).hasValue(500_000);
    }

    /** "Loading weights took 5.43 seconds" is a duration. */
    @Test
    void aDurationIsNoSize() {
        assertThat(facts("INFO Loading weights took 5.43 seconds\nINFO Model loading took 2.5000 GiB and 5.9 seconds")
                .weightsBytes()).hasValue(2.5 * GIB);
        assertThat(refused("Model loading took 5.43 seconds").code()).isEqualTo(RefusalCode.NOTHING_MEASURED);
        assertThat(refused("vLLM API server version 0.11.0\nLoading weights took 5.43 seconds").code())
                .isEqualTo(RefusalCode.NOTHING_MEASURED);
    }

    @Test
    void oneLineMayHoldTokensAndConcurrency() {
        LogFacts facts = facts("INFO GPU KV cache size: 123,456 tokens, Maximum concurrency for 4,096 tokens per request: 30.14x");

        assertThat(facts.kvCacheTokens()).hasValue(123_456);
        assertThat(facts.fullLengthCount()).hasValue(30.14);
    }
}
