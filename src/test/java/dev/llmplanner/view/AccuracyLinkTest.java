package dev.llmplanner.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that show bands lead to the page that says what they rest on. */
class AccuracyLinkTest {

    @ParameterizedTest
    @ValueSource(strings = {"calculator", "models", "matrix?q=deepseek-r1", "validator?q=deepseek-r1"})
    void pagesWithBandsLeadToAccuracy(String hash) {
        Application application = Application.open(hash, "en");
        application.settle();

        assertThat(application.find(element -> element.tag().equals("a")
                && element.attribute("href").filter("#accuracy"::equals).isPresent())).as(hash).isPresent();
    }
}
