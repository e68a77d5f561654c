package dev.llmplanner.view.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import dev.llmplanner.view.program.Start;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstVisitTest {

    @Test
    void showsAnAnsweredScenarioWithThreeSteps() {
        Application application = Application.open("");

        assertThat(application.words()).contains("Fits", "Choose the model and the hardware", "Say how long", "Read the verdict");
    }

    @Test
    void theStepsGoAwayForGood() {
        Application first = Application.open("");
        first.clickButton("Got it");
        assertThat(first.words()).doesNotContain("Got it");

        Application next = Application.open(Application.RESOURCES,
                new Start("", List.of("en"), first.screen().stored(), false, Optional.empty()));
        assertThat(next.words()).doesNotContain("Got it");
    }

    @Test
    void whereNothingIsStoredTheyGoAwayUntilTheNextVisit() {
        Application first = Application.open("");
        first.clickButton("Got it");
        first.send(first.hashChanged("hardware"));
        first.send(first.hashChanged("calculator"));
        assertThat(first.words()).doesNotContain("Got it");

        Application next = Application.open(Application.RESOURCES,
                new Start("", List.of("en"), Map.of(), false, Optional.empty()));
        assertThat(next.words()).contains("Got it");
    }
}
