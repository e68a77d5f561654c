package dev.llmplanner.view.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Stored;
import dev.llmplanner.view.app.CalculatorEdition;
import dev.llmplanner.view.app.Workbench;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.scenario.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a person uses it. */
class MeasurementPageTest {

    private static final String CALCULATOR = "calculator";

    private static void drop(Application page, String name, String text) {
        Object event = page.byId("measurements-file").listeners().get("change").handler().on(new DomEvent("", false, false, "",
                false, false, false, false, List.of(new DomEvent.FileText(name, text))));
        page.send((Event) event);
    }

    private static String sample(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/benchmark", name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Application compared() {
        Application page = Application.open("measurements");
        drop(page, "a.json", sample("vllm-bench.json"));
        page.click(element -> element.attribute("id").filter("measured-take"::equals).isPresent());
        return page;
    }

    private static Application used() {
        Application page = compared();
        page.click(element -> element.attribute("id").filter("measured-use"::equals).isPresent());
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everySampleShowsItsRuns(String language) {
        for (String name : List.of("vllm-bench.json", "sglang-bench.jsonl", "guidellm-old.json", "guidellm.json",
                "aiperf.json", "genai-perf.json", "inferencex.json", "vllm.log", "sglang.log")) {
            Application page = Application.open("measurements", language);
            drop(page, name, sample(name));

            assertThat(page.textOf("measurements-outcome")).contains(name);
            assertThat(page.words()).doesNotContain("measurements.");
        }
    }

    @Test
    void theFilesModelEngineAndLoadBecomeTheScenario() {
        Application page = compared();

        assertThat(page.words()).contains("Llama 3.3 70B", "Measured ÷ estimated");
        assertThat(page.state().scenario().text(Field.ENGINE)).isEqualTo("vllm");
        assertThat(page.find(element -> element.attribute("id").filter("measured-take"::equals).isPresent())).isEmpty();
        assertThat(page.effects()).contains(new Effect.Focus("measured-title"));
    }

    @Test
    void anyOtherFileIsToldWhatIsRead() {
        Application page = Application.open("measurements");
        drop(page, "<b>x</b>.csv", "a,b\n1,2\n");

        assertThat(page.textOf("measurements-outcome")).contains("none of the known kinds", "vLLM bench serve", "GuideLLM",
                "AIPerf", "InferenceX", "SGLang", "Start-up log of vLLM");
        assertThat(dev.llmplanner.view.node.Markup.of(page.screen().body())).doesNotContain("<b>x</b>");
    }

    @Test
    void aSkippedRunIsNamedByItsLineAndField() {
        Application page = Application.open("measurements");
        drop(page, "b.jsonl", sample("sglang-bench.jsonl"));

        assertThat(page.textOf("measurements-outcome")).contains("2 runs", "line 4", "completed");
        assertThat(page.words()).contains("Not in the file");
    }

    @Test
    void aTextMayBePasted() {
        Application page = Application.open("measurements");
        page.type("measurements-text", sample("aiperf.json"));
        page.click(element -> element.attribute("id").filter("measurements-read"::equals).isPresent());

        assertThat(page.textOf("measurements-outcome")).contains("Pasted text", "1 run");
    }

    @Test
    void theCalculatorShowsScaledFiguresAndSaysSoUntilUndone() {
        Application page = used();
        Speed reference = page.state().outcome().answer().orElseThrow().estimate().speed().orElseThrow();
        page.send(page.hashChanged(CALCULATOR + link(page)));
        String scaled = page.words();

        assertThat(page.textOf("measured-note")).contains("× of the reference");
        page.click(element -> element.attribute("id").filter("measured-undo"::equals).isPresent());
        assertThat(page.find(element -> element.attribute("id").filter("measured-note"::equals).isPresent())).isEmpty();
        assertThat(scaled).contains("TPOT 24.4 ms");
        assertThat(page.words()).doesNotContain("TPOT 24.4 ms");
        assertThat(page.state().outcome().answer().orElseThrow().estimate().speed().orElseThrow()).isEqualTo(reference);
    }

    private static String link(Application page) {
        String href = page.find(element -> element.attribute("class").filter("brand"::equals).isPresent()).orElseThrow()
                .attribute("href").orElseThrow();
        return href.substring(href.indexOf('?'));
    }

    @Test
    void anotherLayoutIsNotScaled() {
        Application page = used();
        page.send(page.hashChanged(CALCULATOR + link(page) + "&gpus=2"));

        assertThat(page.find(element -> element.attribute("id").filter("measured-note"::equals).isPresent())).isEmpty();
    }

    @Test
    void theBrowserKeepsMeasurementsOnlyWhereAsked() {
        Application page = used();

        assertThat(page.screen().stored()).doesNotContainKey(Stored.MEASUREMENTS);
        page.send((Event) page.byId("measurements-keep").listeners().get("change").handler().on(DomEvent.ticked(true)));
        String kept = page.screen().stored().get(Stored.MEASUREMENTS);
        Application again = start(new Workbench(), kept);
        assertThat(again.state().get(Measurements.USED)).isEqualTo(page.state().get(Measurements.USED)).hasSize(1);

        page.send((Event) page.byId("measurements-keep").listeners().get("change").handler().on(DomEvent.ticked(false)));
        assertThat(page.screen().stored()).doesNotContainKey(Stored.MEASUREMENTS);
    }

    /** The first load doesn't know measurements: it must not show the Calculator without them. */
    @Test
    void theFirstLoadHandsOverWhereMeasurementsAreKept() {
        assertThat(start(new CalculatorEdition(), "{}").effects())
                .anyMatch(effect -> effect instanceof Effect.HandOver handOver && handOver.file().equals(Workbench.SCRIPT));
    }

    private static Application start(dev.llmplanner.view.Edition edition, String kept) {
        Resources all = Application.RESOURCES;
        return Application.open(
                new Resources(all.planner(), all.bundle(), all.words(), all.reader(), all.json(), edition),
                new Start("", List.of("en"), Map.of(Stored.MEASUREMENTS, kept), false, Optional.empty()));
    }

    @Test
    void theFileOfThoseInUseIsReadAgain() {
        Application page = used();
        page.clickButton("Save as a file");
        Effect.Download file = (Effect.Download) page.effects().get(0);
        Application other = Application.open("measurements");
        drop(other, file.fileName(), file.text());

        assertThat(other.state().get(Measurements.USED)).isEqualTo(page.state().get(Measurements.USED)).hasSize(1);
        other.click(element -> element.tag().equals("button")
                && dev.llmplanner.view.node.Markup.words(element).startsWith("Undo"));
        assertThat(other.state().get(Measurements.USED)).isEmpty();
    }

    @Test
    void aLogIsSetAgainstTheScenariosMemory() {
        Application page = compared();
        drop(page, "vllm.log", sample("vllm.log"));

        assertThat(page.words()).contains("Memory in vllm.log", "1,036,288", "32.8 GiB");
    }
}
