package dev.llmplanner.view.ownmodel;

import static dev.llmplanner.view.ownmodel.OwnModelActions.LLAMA;
import static dev.llmplanner.view.ownmodel.OwnModelActions.QWEN;
import static dev.llmplanner.view.ownmodel.OwnModelActions.choose;
import static dev.llmplanner.view.ownmodel.OwnModelActions.config;
import static dev.llmplanner.view.ownmodel.OwnModelActions.files;
import static dev.llmplanner.view.ownmodel.OwnModelActions.fire;
import static dev.llmplanner.view.ownmodel.OwnModelActions.isButton;
import static dev.llmplanner.view.ownmodel.OwnModelActions.paste;
import static dev.llmplanner.view.ownmodel.OwnModelActions.use;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.checkpoint.CheckpointText;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.models.Compared;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.node.DomEvent.FileText;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.scenario.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model of one's own: in by file or text, used on every page, kept only when asked. */
class OwnModelTest {
    /** All published configurations but an excerpt that lacks fields. */
    static List<String> configs() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/configs"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - 5)).filter(name -> !name.equals("command-a")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void theCalculatorAnswersAsTheContractDoesForTheConfiguration(String name) {
        Application application = Application.open("own-model");
        choose(application, new FileText("config.json", config(name)));
        String id = use(application);
        application.send(application.hashChanged("calculator?model=" + id));
        Answer page = application.state().outcome().answer().orElseThrow();

        JsonObject own = new JsonObject.Builder().put("config", CheckpointText.config(config(name)).json().orElseThrow()).build();
        JsonObject request = (JsonObject) JacksonJson.parse(JacksonJson.compact(page.request()));
        JsonObject.Builder asked = new JsonObject.Builder();
        request.members().forEach((member, value) -> asked.put(member, member.equals("model") ? own : value));
        Answer contract = TestCatalog.planner().evaluate(asked.build());

        assertThat(application.state().ignored()).isEmpty();
        assertThat(page.estimate().verdict()).isEqualTo(contract.estimate().verdict());
        assertThat(page.estimate().memory()).isEqualTo(contract.estimate().memory());
        assertThat(page.estimate().speed()).isEqualTo(contract.estimate().speed());
    }

    @ParameterizedTest
    @CsvSource({"en, Read:, Where each figure is from", "zh-CN, 读取结果, 各项数值的来历"})
    void aPastedConfigurationIsShownWithItsDerivation(String language, String result, String derivation) {
        Application application = Application.open("own-model", language);
        paste(application, LLAMA);

        assertThat(application.words()).contains(result, derivation, "num_key_value_heads", "128,256", "70.6B", "320 KiB");
        assertThat(application.effects()).contains(new Effect.Focus("own-model-result"));
        assertThat(Own.records(application.state()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theModelStandsOnEveryPage(String language) {
        Application application = Application.open("own-model", language);
        paste(application, QWEN);
        application.type("own-model-name", "Our Qwen");
        String id = use(application);
        assertThat(id).isEqualTo("own:our-qwen");

        application.send(application.hashChanged("models"));
        application.settle();
        assertThat(application.words()).contains("Our Qwen", language.equals("en") ? "Own models" : "自有模型");
        application.send(new Compared.Toggled(id));
        application.send(new Compared.Toggled("qwen3-next-80b-a3b"));
        application.send(application.hashChanged("compare"));
        application.settle();
        assertThat(application.words()).contains("Our Qwen");
        application.send(application.hashChanged("model/" + id));
        application.settle();
        assertThat(application.textOf("heading")).isEqualTo("Our Qwen");
        assertThat(application.find(element -> element.attribute("id").filter("architecture-title"::equals).isPresent()))
                .isPresent();
        assertThat(application.words()).doesNotContain("NaN", "null");
    }

    @Test
    void anIndexJoinsTheConfigurationThatIsThere() {
        Application application = Application.open("own-model");
        paste(application, LLAMA);
        application.type("own-model-name", "Ours");
        choose(application, new FileText("model.safetensors.index.json",
                "{\"metadata\": {\"total_size\": 141107412992}, \"weight_map\": {\"lm_head.weight\": \"a\"}}"));

        assertThat(application.words()).contains("The index states 131.4 GiB; computed are 131.4 GiB.");
        assertThat(application.byId("own-model-name").attribute("value")).hasValue("Ours");
    }

    @Test
    void ofAFolderOnlyTheFilesOfTheArchitectureAreRead() {
        Application application = Application.open("own-model");
        choose(application, new FileText("config.json", LLAMA), new FileText("generation_config.json", "{\"do_sample\": true}"),
                new FileText("README.md", "# model"));

        assertThat(application.textOf("own-model-wrong")).isEmpty();
        assertThat(application.textOf("own-model-result")).startsWith("Read: ");
    }

    @Test
    void anotherNameChangesTheModelThatIsUsed() {
        Application application = Application.open("own-model");
        paste(application, LLAMA);
        String first = use(application);
        application.type("own-model-name", "Another");
        String second = use(application);

        assertThat(second).isEqualTo(first);
        assertThat(Own.records(application.state()).of("models")).hasSize(1);
        assertThat(application.state().speech().language()).isEqualTo("en");
        assertThat(application.words()).contains("Another");
    }

    @Test
    void aFileOfOneModelComesBackWithItsDerivation() {
        Application application = Application.open("own-model");
        paste(application, LLAMA);
        use(application);
        application.click(element -> isButton(element, "Save this one as file"));
        Effect.Download file = (Effect.Download) application.effects().get(0);

        Application other = Application.open("own-model", "zh-CN");
        choose(other, new FileText(file.fileName(), file.text()));
        assertThat(other.words()).contains("num_key_value_heads", "各项数值的来历");
        use(other);
        assertThat(Own.records(other.state())).isEqualTo(Own.records(application.state()));
    }

    @Test
    void theFileOfAllModelsAndThatOfOneAreReadByEitherField() {
        Application application = Application.open("own-model");
        paste(application, LLAMA);
        use(application);
        application.clickButton("Save as file");
        String all = ((Effect.Download) application.effects().get(0)).text();
        application.click(element -> isButton(element, "Save this one as file"));
        String one = ((Effect.Download) application.effects().get(0)).text();

        Application dropped = Application.open("own-model");
        choose(dropped, new FileText("own-models.json", all));
        assertThat(Own.records(dropped.state())).isEqualTo(Own.records(application.state()));
        for (String text : List.of(all, one)) {
            Application chosen = Application.open("own-model");
            fire(chosen, "own-file", "change", files(new FileText("x.json", text)));
            assertThat(Own.records(chosen.state())).isEqualTo(Own.records(application.state()));
        }
    }

    @Test
    void aLinkCarriesTheModelAndSaysSo() {
        Application application = Application.open("own-model");
        paste(application, QWEN);
        application.send(application.hashChanged("calculator?model=" + use(application)));
        String hash = application.screen().hash();

        Application elsewhere = Application.open(hash);
        assertThat(elsewhere.state().ignored()).isEmpty();
        assertThat(elsewhere.words()).contains("This link brings a model of its own");
        assertThat(elsewhere.state().outcome().answer().orElseThrow().estimate())
                .isEqualTo(application.state().outcome().answer().orElseThrow().estimate());
        assertThat(elsewhere.screen().stored()).isEmpty();
        assertThat(Application.open("model/own:gone").words()).contains("somebody’s own");
    }

    @Test
    void theBrowserKeepsModelsOnlyWhenItIsAsked() {
        Application application = Application.open("own-model");
        paste(application, LLAMA);
        use(application);
        assertThat(application.screen().stored()).isEmpty();

        fire(application, "own-keep", "change", DomEvent.ticked(true));
        Map<String, String> stored = application.screen().stored();
        assertThat(stored).containsOnlyKeys("own.models");
        Application next = Application.open(Application.RESOURCES,
                new dev.llmplanner.view.program.Start("own-model", List.of("en"), stored, false, java.util.Optional.empty()));
        assertThat(Own.records(next.state())).isEqualTo(Own.records(application.state()));
        fire(application, "own-keep", "change", DomEvent.ticked(false));
        assertThat(application.screen().stored()).isEmpty();
    }

    @Test
    void aRemovedModelIsGoneEverywhereAndCanComeBack() {
        Application application = Application.open("own-model");
        paste(application, LLAMA);
        String id = use(application);
        application.send(new Compared.Toggled(id));
        application.send(new Event.FieldTyped(Field.MODEL, id));

        application.click(element -> isButton(element, "Remove"));
        assertThat(Own.records(application.state()).isEmpty()).isTrue();
        assertThat(Compared.in(application.state())).isEmpty();
        assertThat(application.state().outcome().isCurrent()).isFalse();
        assertThat(application.effects()).contains(new Effect.Focus("own-undo"));

        application.click(element -> element.attribute("id").filter("own-undo"::equals).isPresent());
        assertThat(Own.records(application.state()).of("models")).containsOnlyKeys(id);
        assertThat(application.state().outcome().isCurrent()).isTrue();
    }

    @Test
    void filesOverThePageAreTakenAndTextsAreLeftToTheBrowser() {
        Application application = Application.open("own-model");
        Element page = application.find(element -> element.attribute("class").filter(text -> text.contains("own-model")).isPresent())
                .orElseThrow();
        assertThat(page.listeners().get("dragover").preventDefault()).isTrue();
        assertThat(page.listeners().get("drop").preventDefault()).isTrue();
        assertThat(page.listeners().get("drop").handler().on(DomEvent.plain())).isNull();

        application.send((Event) page.listeners().get("dragover").handler().on(DomEvent.plain()));
        assertThat(application.state().get(OwnModels.DRAGGING)).isTrue();
        application.send((Event) page.listeners().get("drop").handler().on(files(new FileText("a.json", LLAMA))));
        assertThat(application.state().get(OwnModels.DRAGGING)).isFalse();
        assertThat(application.textOf("own-model-result")).startsWith("Read: ");
    }
}
