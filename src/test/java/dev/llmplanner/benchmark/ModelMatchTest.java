package dev.llmplanner.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.support.TestCatalog;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which model a printed name means. */
class ModelMatchTest {

    private static Optional<ModelMatch> match(String printed) {
        return ModelMatch.of(printed, TestCatalog.catalog());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvidia/Llama-3.3-70B-Instruct-FP8", "/data/models/nvidia/Llama-3.3-70B-Instruct-FP8/",
            "llama-3.3-70b-instruct-fp8", "/srv/Llama-3.3-70B-Instruct-FP8",
            "/root/.cache/huggingface/hub/models--nvidia--Llama-3.3-70B-Instruct-FP8/snapshots/abc"})
    void aRepositoryIsFoundWhereverItLies(String printed) {
        ModelMatch match = match(printed).orElseThrow();

        assertThat(match.repository().flatMap(ModelEntry.Repository::format)).contains("fp8");
        assertThat(match.model()).isEqualTo(TestCatalog.catalog().model("nvidia/Llama-3.3-70B-Instruct-FP8").orElseThrow());
    }

    @Test
    void anIdIsNoRepository() {
        assertThat(match("llama-3.3-70b").orElseThrow().model().id()).isEqualTo("llama-3.3-70b");
        assertThat(match("llama-3.3-70b").orElseThrow().repository()).isEmpty();
    }

    @Test
    void anotherNameIsNobody() {
        assertThat(match("my-model")).isEmpty();
        assertThat(match("")).isEmpty();
        assertThat(match("///")).isEmpty();
        assertThat(match("models--")).isEmpty();
    }
}
