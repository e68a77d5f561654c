package dev.llmplanner.view.models;

import static dev.llmplanner.view.models.ModelsPageTest.settled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Markup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparePageTest {

    @Test
    void whatIsComparedSurvivesFiltersOtherPagesAndAnotherLanguage() {
        Application application = settled("models");
        compare(application, "DeepSeek-R1 (and R1-0528)");
        application.type("search", "llama 3.1 405b");
        compare(application, "Llama 3.1 405B");
        application.send(application.hashChanged("models?kind=dense"));
        application.send(application.hashChanged("guides"));
        application.send(application.hashChanged("calculator"));
        application.choose("language", "zh-CN");
        application.send(application.hashChanged("models"));

        assertThat(Compared.in(application.state())).containsExactly("deepseek-r1", "llama-3.1-405b");
        assertThat(application.words()).contains("对比（2/4）");
    }

    @Test
    void fourModelsAreComparedAndAFifthIsRefusedWithAWord() {
        Application application = settled("compare?ids=deepseek-r1,llama-3.1-405b,glm-4.5,llama-3.1-70b,gpt-oss-120b");
        assertThat(Compared.in(application.state())).hasSize(Compared.MOST);
        assertThat(application.state().ignored()).containsExactly("ids=gpt-oss-120b");

        application.send(new Compared.Toggled("gpt-oss-120b"));

        assertThat(Compared.in(application.state())).hasSize(Compared.MOST).doesNotContain("gpt-oss-120b");
        assertThat(application.words()).contains("Four models at most.");
    }

    @Test
    void theLinkHoldsTheModelsAndTheReference() {
        Application application = settled("models?hw=nvidia-h100-sxm5-80gb&users=8");
        application.send(new Compared.Toggled("deepseek-r1"));
        application.send(new Compared.Toggled("llama-3.1-70b"));
        String href = application.find(element -> element.attribute("href")
                .filter(link -> link.startsWith("#compare")).isPresent()).orElseThrow().attribute("href").orElseThrow();

        assertThat(href).isEqualTo("#compare?ids=deepseek-r1,llama-3.1-70b&hw=nvidia-h100-sxm5-80gb&users=8");
        Application compared = settled(href.substring(1));
        assertThat(compared.screen().hash()).isEqualTo(href.substring(1));
        assertThat(compared.state().ignored()).isEmpty();
    }

    @Test
    void aMixtureStandsBesideADenseModelWithItsDifferencesSaid() {
        Application application = settled("compare?ids=deepseek-r1,llama-3.1-70b");

        assertThat(application.words()).contains("Mixture of experts (MoE)", "8 of 256 experts per token", "Dense",
                "Per server, tokens/s");
        assertThat(line(application, "Total, B")).contains("differs", "671", "70");
        assertThat(line(application, "Reads")).doesNotContain("differs");
    }

    @Test
    void theSpeedsAreThoseOfTheTable() {
        Application table = settled("models");
        Application compared = settled("compare?ids=deepseek-r1");
        List<ModelFacts> facts = new ModelRows().facts(List.of("deepseek-r1"),
                new Scene(table.state(), Application.RESOURCES));
        String speed = ModelCells.of(facts.get(0),
                new Scene(table.state(), Application.RESOURCES)).get(ModelColumn.SERVER_OUTPUT).text();

        assertThat(line(compared, "Per server, tokens/s")).contains(speed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyModelCanBeCompared(String language) {
        Application application = Application.open("compare", language);
        assertThat(Markup.of(application.screen().body())).contains("empty-state");
        application.settle();
        for (var model : Application.RESOURCES.planner().catalog().models()) {
            application.choose("compare-add", model.id());
            assertThat(application.words()).contains(model.name());
            application.send(new Compared.Removed(model.id(), "heading"));
        }
    }

    private static void compare(Application application, String name) {
        application.click(element -> element.attribute("aria-label").filter(("Compare " + name)::equals).isPresent());
    }

    private static String line(Application application, String label) {
        return Markup.words(application.find(element -> element.tag().equals("tr")
                && Markup.words(element).startsWith(label)).orElseThrow());
    }
}
