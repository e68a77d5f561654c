package dev.llmplanner.view.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.scenario.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculatorTest {

    @ParameterizedTest
    @CsvSource({
        "gpus, 0", "gpus, -3", "gpus, 1e99", "gpus, abc", "gpus, 2.5", "gpus, 5000",
        "in, ''", "in, -1", "in, 1e99", "in, x", "in, 999999",
        "out, 0", "users, 0", "mem, 2", "mem, big", "len, 99999999", "batch, 1"
    })
    void badInputHasAMessageBesideTheFieldAndTheLastGoodAnswerStays(String field, String text) {
        Application application = Application.open("");
        Answer good = application.state().outcome().answer().orElseThrow();

        application.type("field-" + field, text);

        assertThat(application.textOf("error-" + field)).isNotBlank();
        assertThat(application.byId("field-" + field).attribute("aria-invalid")).contains("true");
        assertThat(application.byId("field-" + field).attribute("aria-describedby").orElse(""))
                .contains("error-" + field);
        assertThat(application.state().outcome().answer()).containsSame(good);
        assertThat(application.words()).contains("last good answer");
        assertThat(Markup.of(application.screen().body())).contains("results stale");
    }

    @ParameterizedTest
    @CsvSource({"tp, 3", "ep, 3", "ep, 512", "pp, 99", "tp, x"})
    void aLayoutThatCannotBeIsRefusedBesideItsField(String field, String text) {
        Application application = Application.open("calculator?layout=own");

        application.type("field-" + field, text);

        assertThat(application.textOf("error-" + field)).isNotBlank();
    }

    @Test
    void speculationNeedsDepthAndAcceptanceAndShortensTpot() {
        Application application = Application.open("");
        double plain = tpot(application);

        application.type("field-spec", "2");

        assertThat(application.textOf("error-accept")).contains("empty");

        application.type("field-accept", "0.8");

        assertThat(application.state().outcome().isCurrent()).isTrue();
        assertThat(tpot(application)).isLessThan(plain);
    }

    private static double tpot(Application application) {
        return application.state().outcome().answer().orElseThrow().estimate().speed().orElseThrow()
                .tpotSeconds().mid();
    }

    @Test
    void anUnknownModelNamesTheNearestOnes() {
        Application application = Application.open("");

        application.type("field-model", "deepseek-r9");
        application.press("field-model", "Escape");
        application.type("field-model", "deepseek-r9 ");
        application.press("field-model", "Enter");

        assertThat(application.textOf("error-model")).contains("deepseek-r9", "deepseek-r1");
        assertThat(application.state().scenario().text(Field.MODEL)).isEqualTo("deepseek-r9");
    }

    @Test
    void theListOfModelsIsSearchedInBothLanguagesAndTakesTheActiveOption() {
        Application application = Application.open("");

        application.type("field-model", "智谱 4.5");
        assertThat(application.textOf("list-model")).contains("GLM-4.5");
        application.type("field-model", "llama 405b");
        application.press("field-model", "Enter");

        assertThat(application.state().scenario().text(Field.MODEL)).contains("405b");
        assertThat(application.state().picker()).isEmpty();
    }

    @Test
    void aRepositoryNameFindsItsModel() {
        Application application = Application.open("");

        application.type("field-model", "deepseek-ai/DeepSeek-R1-0528");
        application.press("field-model", "Enter");

        assertThat(application.state().scenario().text(Field.MODEL)).isEqualTo("deepseek-r1");
    }

    @Test
    void aDeploymentThatDoesNotFitSaysByHowMuchAndEachRemedyWorksInOneClick() {
        Application application = Application.open("calculator?gpus=4&in=8192");
        assertThat(verdict(application)).isEqualTo(Verdict.DOES_NOT_FIT);
        assertThat(application.words()).contains("too little");
        int remedies = application.state().outcome().answer().orElseThrow().remedies().size();
        assertThat(remedies).isPositive();

        for (int i = 0; i < remedies; i++) {
            Application fresh = Application.open("calculator?gpus=4&in=8192");
            Verdict promised = fresh.state().outcome().answer().orElseThrow().remedies().get(i).then();
            String code = fresh.state().outcome().answer().orElseThrow().remedies().get(i).code();
            fresh.click(element -> element.attribute("data-remedy").filter(code::equals).isPresent());

            assertThat(verdict(fresh)).as(code).isEqualTo(promised);
        }
    }

    @Test
    void aLayoutByHandStartsFromTheChosenOne() {
        Application application = Application.open("");
        String chosen = application.words();
        assertThat(chosen).contains("Chosen: TP");

        application.choose("field-layout-own", "own");

        assertThat(application.state().outcome().isCurrent()).isTrue();
        assertThat(application.words()).contains("GPUs of this layout: 8");
    }

    @Test
    void aServerBringsItsGpusAndNodes() {
        Application application = Application.open("");

        application.choose("field-by-server", "server");
        application.type("field-nodes", "2");

        assertThat(application.state().outcome().isCurrent()).isTrue();
        assertThat(application.words()).contains("Nodes");
    }

    @Test
    void aPresetFillsTheWorkloadAndIsMarkedUntilANumberChanges() {
        Application application = Application.open("");

        application.clickButton("RAG");
        assertThat(application.state().scenario().text(Field.INPUT_TOKENS)).isEqualTo("8192");
        assertThat(application.words()).contains("retrieved passages");
        application.type("field-in", "8000");

        assertThat(application.words()).contains("Numbers of your own");
    }

    @Test
    void aModelWithoutArchitectureIsUnknownAndNamesFileAndReason() {
        String id = Application.RESOURCES.planner().catalog().models().stream()
                .filter(model -> model.architecture().isEmpty()).findFirst().orElseThrow().id();
        Application application = Application.open("calculator?model=" + id);

        assertThat(verdict(application)).isEqualTo(Verdict.UNKNOWN);
        assertThat(application.words()).contains("are not published, so that nothing can be computed");
    }

    @Test
    void everyModelOnSeveralAcceleratorsIsShownInBothLanguages() {
        for (String language : new String[] {"en", "zh-CN"}) {
            for (var model : Application.RESOURCES.planner().catalog().models()) {
                for (String device : new String[] {"nvidia-h200-sxm-141gb", "huawei-ascend-910b2", "nvidia-l40s"}) {
                    Application application =
                            Application.open("calculator?model=" + model.id() + "&hw=" + device + "&gpus=", language);
                    assertThat(application.words()).as(model.id()).doesNotContain("Note: ").doesNotContain("提示：finding");
                }
            }
        }
    }

    private static Verdict verdict(Application application) {
        return application.state().outcome().answer().orElseThrow().estimate().verdict();
    }
}
