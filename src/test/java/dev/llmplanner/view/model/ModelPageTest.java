package dev.llmplanner.view.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.dist.CatalogBundle;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.models.Compared;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.program.Effect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPageTest {
    private static final JsonObject DETAILS = CatalogBundle.read(Path.of(""), "test").details();

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyModelHasAPageThatShowsWhatIsKnown(String language) {
        for (ModelEntry model : TestCatalog.planner().catalog().models()) {
            Application application = Application.open("model/" + model.id(), language);
            application.send(new Event.FileLoaded(DataFile.DETAILS, DETAILS));

            String words = application.words();
            boolean computable = model.architecture().isPresent();
            assertThat(application.textOf("architecture-title").isEmpty()).as(model.id()).isEqualTo(!computable);
            assertThat(application.textOf("traffic-title").isEmpty()).as(model.id()).isEqualTo(!computable);
            assertThat(words).as(model.id()).contains(model.name()).doesNotContain("NaN", "Infinity");
            model.repositories().forEach(repository -> assertThat(words).contains(repository.name()));
            model.notComputable().filter(reason -> !computable)
                    .ifPresent(reason -> assertThat(words).contains(reason));
        }
    }

    @Test
    void theLayersOfAMixtureAreDrawnWithTheirShapes() {
        String words = Application.open("model/deepseek-v3.2").words();

        assertThat(words).contains("61 × DSA", "128 heads", "512 compressed + 64 positional", "selects", "2,048",
                "3 × Dense", "58 × Mixture of experts", "256 experts, 8 per token", "(MTP)",
                "Embedding: 129,280 tokens × 7,168");
    }

    @Test
    void termsStandInTheAddressAndChangeTheFigures() {
        Application application = Application.open("model/deepseek-r1");
        String before = application.textOf("traffic-title") + application.words();

        application.choose("term-context", "65536");
        application.choose("term-batch", "256");
        application.choose("term-weights", "fp4");

        assertThat(application.screen().hash()).isEqualTo("model/deepseek-r1?weights=fp4&context=65536&batch=256");
        assertThat(application.words()).contains("A decode step of 256 requests at 65,536 tokens").isNotEqualTo(before);
        assertThat(Application.open(application.screen().hash()).words()).contains("A decode step of 256 requests");
    }

    @Test
    void replicasAreComputedOneAfterAnotherAndOnlyForWhatIsShown() {
        Application application = Application.open("model/deepseek-r1");
        assertThat(application.words()).contains("Computing …");

        run(application);

        assertThat(application.words()).doesNotContain("Computing …").contains("TP8", "TP4");
        application.choose("term-accelerator", "nvidia-b200-sxm-180gb");
        assertThat(application.words()).contains("Computing …");
        Event due = next(application).orElseThrow();
        application.send(new Event.Opened("model/llama-3.1-70b"));
        application.send(due);
        assertThat(application.state().route().id()).isEqualTo("llama-3.1-70b");
        assertThat(ModelState.fits(application.state()).answers()).isEmpty();
    }

    @Test
    void aSourceOpensTheListOfFactsAndIsFocused() {
        Application application = Application.open("model/deepseek-r1");
        application.send(new Event.FileLoaded(DataFile.DETAILS, DETAILS));
        assertThat(ModelState.factsOpen(application.state())).isFalse();

        application.click(element -> element.attribute("class").filter("ref"::equals).isPresent());

        assertThat(ModelState.factsOpen(application.state())).isTrue();
        assertThat(application.effects()).containsExactly(new Effect.Focus("source-1"));
    }

    @Test
    void aFormulaIsThatOfThePagesReplica() {
        Application application = Application.open("model/deepseek-r1");
        run(application);

        application.click(element -> element.attribute("class").filter("work-button"::equals).isPresent());

        Effect.Explain explain = (Effect.Explain) application.effects().get(2);
        assertThat(Markup.words(application.byId("work"))).contains("Working it out");
        JsonObject work = TestCatalog.planner().explain(explain.request());
        assertThat(((JsonObject) work.get("figures").orElse(work)).members()).containsKey("memoryPerGpu.weightsBytes");
    }

    @Test
    void theCalculatorTakesOverModelPrecisionAndAccelerator() {
        Application application =
                Application.open("model/deepseek-r1?hw=nvidia-b200-sxm-180gb&weights=fp4");

        String link = application.find(element -> element.attribute("class").filter("go"::equals).isPresent())
                .orElseThrow().attribute("href").orElseThrow();

        assertThat(link).contains("weights=fp4", "hw=nvidia-b200-sxm-180gb");
        Application calculator = Application.open(link.substring(1));
        assertThat(calculator.state().ignored()).isEmpty();
        assertThat(calculator.state().outcome().isCurrent()).isTrue();
    }

    @Test
    void aRepositorysNameIsCopied() {
        Application application = Application.open("model/deepseek-r1");

        application.click(element -> element.attribute("class").filter("copy"::equals).isPresent());

        assertThat(((Effect.Copy) application.effects().get(0)).text()).isEqualTo("deepseek-ai/DeepSeek-R1");
    }

    @Test
    void aModelIsAddedToTheComparisonAndStaysThereOnThePageOfAnother() {
        Application application = Application.open("model/deepseek-r1");

        application.click(element -> element.attribute("class").filter("compare-toggle"::equals).isPresent());
        application.send(new Event.Opened("model/llama-3.1-70b"));

        assertThat(Compared.in(application.state())).containsExactly("deepseek-r1");
        assertThat(application.words()).contains("Compare (1 of 4)");
    }

    private static Optional<Event> next(Application application) {
        return application.effects().stream()
                .filter(Effect.Later.class::isInstance)
                .map(effect -> (Event) ((Effect.Later) effect).event()).findFirst();
    }

    /** Sends what is due until nothing is. */
    private static void run(Application application) {
        for (int i = 0; i < 20 && next(application).isPresent(); i++) {
            application.send(next(application).get());
        }
        assertThat(List.copyOf(application.effects())).isEmpty();
    }
}
