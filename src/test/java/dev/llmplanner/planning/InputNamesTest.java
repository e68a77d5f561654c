package dev.llmplanner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What moves the answer is shown by a name, not by its path in the request. */
class InputNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "'users': 4000, 'activeFraction': 0.3, 'requestsPerUserHour': 30, 'peakFactor': 2",
            "'sessionsPerHour': 6000, 'turnsPerSession': 10, 'firstInputTokens': 4000, 'addedInputTokens': 800, 'reusedFraction': 0.9",
            "'requestsPerSecond': 20"})
    void eachInputThatMovesTheAnswerHasAName(String demand) throws IOException {
        JsonObject messages = (JsonObject) JacksonJson.parse(Files.readString(Path.of("i18n/en.json")));
        JsonObject answer = Searches.answer("""
                {'models': ['deepseek-r1'], 'servers': ['nvidia-dgx-h200'], 'engines': ['vllm'], 'demand': {%s},
                 'workload': {'inputTokens': 4096, 'outputTokens': 512}, 'slo': {'ttftSeconds': 3, 'tpotSeconds': 0.05}}"""
                .formatted(demand));

        List<String> inputs = new ArrayList<>();
        List<String> unnamed = new ArrayList<>();
        for (Json bar : Searches.items(answer, "explanation.tornado")) {
            String input = Searches.text(bar, "input");
            inputs.add(input);
            if (messages.get("plan-input." + input.substring(input.indexOf('.') + 1)).isEmpty()) {
                unnamed.add(input);
            }
        }

        assertThat(inputs).contains("estimate.band").hasSizeGreaterThan(5);
        assertThat(unnamed).isEmpty();
    }
}
