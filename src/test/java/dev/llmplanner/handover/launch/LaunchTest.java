package dev.llmplanner.handover.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.handover.Cases;
import dev.llmplanner.handover.launch.Setting.Hosts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LaunchTest {

    @TestFactory
    Stream<DynamicTest> everyOptionStandsInTheTableAndHasItsReasonInBothLanguages() {
        return StreamSupport.stream(Cases.ids().spliterator(), false).map(id -> DynamicTest.dynamicTest(id, () -> {
            Launch launch = Cases.launch(id);
            EngineOptions options = Cases.CATALOG.engine(launch.order().engine());

            assertThat(launch.options()).isNotEmpty().allSatisfy(setting -> {
                assertThat(options.option(setting.option().name()).source()).isNotBlank();
                for (String language : List.of("en", "zh-CN")) {
                    assertThat(Cases.words(language)
                            .say(setting.why().key(), setting.why().arguments())).isNotBlank();
                }
            });
        }));
    }

    @Test
    void anOptionThatIsNotInTheTableIsABug() {
        EngineOptions options = Cases.CATALOG.engine(Cases.order("gpt-oss-120b-vllm-1-h100").engine());

        assertThatThrownBy(() -> options.option("--no-such-flag")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sglangCountsAttentionRanksInItsTensorParallelism() {
        Launch launch = Cases.launch("deepseek-r1-sglang-8-h200");

        assertThat(flags(launch)).containsSequence("--tp-size", "8", "--dp-size", "4", "--enable-dp-attention",
                "--ep-size", "8");
        assertThat(flags(launch)).containsSequence("--max-running-requests", "4096", "--chunked-prefill-size", "32768");
    }

    @Test
    void vllmKeepsBothApartAndNeedsNoDegreeOfExperts() {
        assertThat(flags(Cases.launch("deepseek-r1-vllm-2x8-h20")))
                .containsSequence("--tensor-parallel-size", "8", "--data-parallel-size", "2", "--enable-expert-parallel");
    }

    @Test
    void severalHostsOfAscendStartByTheirFirstRank() {
        Launch launch = Cases.launch("deepseek-r1-vllm-ascend-2x8-910b");

        assertThat(flags(launch)).contains("--data-parallel-size-local", "--data-parallel-address")
                .doesNotContain("--nnodes");
        assertThat(launch.flags()).filteredOn(flag -> flag.hosts() == Hosts.WORKERS)
                .extracting(flag -> flag.option().name()).containsExactly("--data-parallel-start-rank", "--headless");
    }

    @Test
    void attentionRanksOfTensorrtStandInItsExtraOptions() {
        Launch launch = Cases.launch("deepseek-r1-tensorrt-8-b200");

        assertThat(flags(launch)).containsSequence("--tp_size", "8", "--ep_size", "8");
        assertThat(launch.files().get(0).text().orElseThrow()).contains("enable_attention_dp: true", "dtype: fp8");
    }

    @Test
    void theLeastVersionIsTheLatestThatAnOptionNeeds() {
        assertThat(Cases.launch("gpt-oss-120b-vllm-1-h100").least()).contains("0.9.0");
        assertThat(Cases.launch("llama-3.1-405b-vllm-2x8-h100").least()).contains("0.11.2");
        assertThat(Cases.launch("llama-3.3-70b-mindie-8-910b").least()).isEmpty();
    }

    @Test
    void aQuantisedCheckpointIsTakenByItsName() {
        assertThat(Cases.launch("llama-3.3-70b-vllm-4-h100").program()).last()
                .isEqualTo("RedHatAI/Llama-3.3-70B-Instruct-fp8-dynamic");
        assertThat(Cases.launch("deepseek-r1-vllm-ascend-2x8-910b").problems())
                .extracting(Finding::code).contains("no-checkpoint");
    }

    private static List<String> flags(Launch launch) {
        List<String> words = new ArrayList<>();
        for (Setting flag : launch.flags()) {
            words.add(flag.option().name());
            flag.value().ifPresent(value -> words.add(value instanceof Value.Text text ? text.text() : "?"));
        }
        return words;
    }
}
