package dev.llmplanner.view.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.app.CalculatorEdition;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Start;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nearest measurements under Speed. */
class EvidencePageTest {

    private static Application shown(String hash, String language) {
        Application application = Application.open(hash, language);
        application.send(new Event.FileLoaded(DataFile.EVIDENCE, TestCatalog.evidence()));
        return application;
    }

    @Test
    void measurementsAreReadWhenTheyAreWanted() {
        Application application = Application.open("");
        assertThat(application.effects()).noneMatch(effect -> effect instanceof Effect.Load);

        application.clickButton("Show the nearest measurements");

        assertThat(application.effects()).anyMatch(effect ->
                effect instanceof Effect.Load load && load.file().equals("evidence.js"));
        assertThat(application.effects()).contains(new Effect.Focus("evidence-title"));
        assertThat(application.words()).contains("being read");
        assertThat(application.screen().hash()).isEqualTo("calculator?evidence=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theNearestComeWithMeasuredAndEstimatedFigures(String language) {
        Application application = shown("calculator?evidence=1", language);
        Element table = application.find(element -> element.attribute("class")
                .filter(classes -> classes.contains("nearest-table")).isPresent()).orElseThrow();
        String words = Markup.words(table);

        assertThat(words).contains("H200").contains("SGLang").contains("FP8")
                .contains(language.equals("en") ? "in the band" : "在区间内");
        assertThat(application.words()).doesNotContain("evidence-title");
    }

    @Test
    void aRowOpensInTheCalculatorAndThenStandsFirst() {
        Application application = shown("calculator?evidence=1", "en");
        String href = application.find(element -> element.tag().equals("a")
                && Markup.words(element).equals("Open in the Calculator")).orElseThrow().attribute("href").orElseThrow();

        Application opened = shown(href.substring(1) + "&evidence=1", "en");

        assertThat(opened.state().ignored()).isEmpty();
        assertThat(opened.words()).contains("Nothing that counts");
        assertThat(opened.find(element -> Markup.words(element).equals("Distance 0"))).isPresent();
    }

    @Test
    void saysThatNothingIsNearAndInWhatTheNearestDiffers() {
        Application application = shown("calculator?model=llama-3.1-405b&hw=huawei-ascend-910c&gpus=16&engine=mindie&evidence=1", "en");

        assertThat(application.words()).contains("No measurement is near this deployment.")
                .contains("Kind of accelerator").contains("Not measured").contains("Beyond 1.5");
    }

    @Test
    void aMeasurementBeyondDistanceOneSaysThatItIsTooFarForTtft() {
        Application application = shown("calculator?model=deepseek-r1&hw=nvidia-h20-sxm-96gb&gpus=16&engine=sglang&evidence=1", "en");
        String words = Markup.words(application.find(element -> element.attribute("class")
                .filter(classes -> classes.contains("nearest-table")).isPresent()).orElseThrow());
        String[] rows = words.split("Distance ");

        assertThat(words).contains("Too far");
        for (int row = 1; row < rows.length; row++) {
            double distance = Double.parseDouble(rows[row].split("[^0-9.]")[0]);
            assertThat(rows[row].contains("Too far to tell how TTFT errs")).as(rows[row]).isEqualTo(distance > 1);
        }
    }

    @Test
    void theFirstLoadHandsOverToTheWorkbenchWithTheFieldsAsTheyStand() {
        Resources first = new Resources(Application.RESOURCES.planner(), TestCatalog.bundle(), Application.RESOURCES.words(),
                Application.RESOURCES.reader(), Application.RESOURCES.json(), new CalculatorEdition());
        Application application = Application.open(first, new Start("", List.of("en"), Map.of(), false, Optional.empty()));
        application.type("field-users", "none");

        application.clickButton("Show the nearest measurements");

        assertThat(application.effects()).anyMatch(effect -> effect instanceof Effect.HandOver);
        Application workbench = Application.open(Application.RESOURCES, application.handOver());
        assertThat(workbench.effects()).anyMatch(effect -> effect instanceof Effect.Load)
                .contains(new Effect.Focus("evidence-title"));
        assertThat(workbench.byId("field-users").attribute("value")).contains("none");
    }
}
