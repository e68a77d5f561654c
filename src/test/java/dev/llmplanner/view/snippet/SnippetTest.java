package dev.llmplanner.view.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTML to embed a scenario, and the dialog that gives it. */
class SnippetTest {

    @Test
    void theHtmlNamesTheScenarioAndLetsTheFrameDoNothingElse() {
        Scenario scenario = Scenario.INITIAL.with(Field.CONCURRENCY, "17").with(Field.MODEL, "a\"b<c");

        assertThat(Snippet.at("https://plan.example.org/x/index.html").withView("answer").withTheme("dark").withLanguage("zh-CN")
                .html(scenario, "Planner & \"more\"")).isEqualTo("""
                <iframe
                  src="https://plan.example.org/x/embed.html#model=a%22b%3Cc&amp;hardware=nvidia-h200-sxm-141gb\
                &amp;users=17&amp;view=answer&amp;lang=zh-CN&amp;theme=dark"
                  title="Planner &amp; &quot;more&quot;"
                  width="100%"
                  height="700"
                  sandbox="allow-scripts allow-popups"
                  loading="lazy"></iframe>
                """);
    }

    @Test
    void aServerIsTheHardware() {
        Scenario scenario = Scenario.INITIAL.with(Field.HARDWARE, "server").with(Field.GPUS, "");

        assertThat(Snippet.at("https://h/").source(scenario))
                .isEqualTo("https://h/embed.html#model=deepseek-r1&hardware=nvidia-dgx-h200&gpus=");
    }

    @ParameterizedTest
    @CsvSource({"https://h/, https://h/embed.html", "http://h/p/index.html, http://h/p/embed.html", "file:///d/index.html, ''",
        "https://h/planner.html, ''"})
    void theAddressIsKnownWhereTheFileStandsBesideAServedPage(String planner, String address) {
        assertThat(Snippet.at(planner).address()).isEqualTo(address);
    }

    @Test
    void theLinkOpensTheDialogWithThePresentScenario() {
        Application application = begun("calculator?users=17&embed=1");

        assertThat(application.effects()).contains(new Effect.OpenDialog("snippet"));
        assertThat(application.byId("snippet-html").attribute("value").orElseThrow()).contains("https://h/embed.html", "users=17");
        assertThat(application.screen().hash()).isEqualTo("calculator?users=17&embed=1");
        application.choose("snippet-view", "verdict");
        assertThat(application.byId("snippet-html").attribute("value").orElseThrow()).contains("view=verdict", "height=\"240\"");
    }

    @Test
    void closingGoesBackToTheLinkAndTakesTheDialogFromTheAddress() {
        Application application = begun("calculator?users=17&embed=1");

        application.send((Event) application.byId("snippet").listeners().get("close").handler().on(DomEvent.plain()));

        assertThat(application.screen().hash()).isEqualTo("calculator?users=17");
        assertThat(application.effects()).containsExactly(new Effect.Focus("embed-open"));
    }

    @Test
    void aRecordOfOnesOwnIsSaidNotToTravel() {
        Application application = begun("calculator?embed=1");
        assertThat(application.words()).doesNotContain("record of your own");

        application.send(new Event.FieldTyped(Field.MODEL, "own:tune"));

        assertThat(application.words()).contains("record of your own");
    }

    @Test
    void theCopyIsTheTextThatStandsThere() {
        Application application = begun("calculator?embed=1");
        String html = application.byId("snippet-html").attribute("value").orElseThrow();

        application.clickButton("Copy HTML");

        Effect.Copy copy = (Effect.Copy) application.effects().get(0);
        assertThat(copy.text()).isEqualTo(html);
        application.send((Event) copy.done());
        assertThat(application.words()).contains("HTML copied.");
    }

    private static Application begun(String hash) {
        Application application = Application.open(hash);
        application.settle();
        Effect.AskAddress ask = (Effect.AskAddress) application.effects().get(0);
        application.send((Event) ask.done().apply("https://h/index.html"));
        return application;
    }
}
