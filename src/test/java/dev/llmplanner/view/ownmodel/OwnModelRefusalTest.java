package dev.llmplanner.view.ownmodel;

import static dev.llmplanner.view.ownmodel.OwnModelActions.LLAMA;
import static dev.llmplanner.view.ownmodel.OwnModelActions.QWEN;
import static dev.llmplanner.view.ownmodel.OwnModelActions.changed;
import static dev.llmplanner.view.ownmodel.OwnModelActions.choose;
import static dev.llmplanner.view.ownmodel.OwnModelActions.files;
import static dev.llmplanner.view.ownmodel.OwnModelActions.fire;
import static dev.llmplanner.view.ownmodel.OwnModelActions.paste;
import static dev.llmplanner.view.ownmodel.OwnModelActions.use;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.checkpoint.RefusalCode;
import dev.llmplanner.checkpoint.Refused;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.DomEvent.FileText;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.own.RefusalText;
import dev.llmplanner.view.program.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no model is refused without a trace, with the field that is wrong; names are texts, never markup. */
class OwnModelRefusalTest {
    static List<FileText> hostile() {
        return List.of(
                new FileText("config.json", ""),
                new FileText("config.json", "not json"),
                new FileText("config.json", LLAMA.substring(0, LLAMA.length() / 2)),
                new FileText("config.json", "[1, 2]"),
                new FileText("config.json", "{}"),
                new FileText("config.json", "{\"__proto__\": {\"num_hidden_layers\": 80}}"),
                new FileText("config.json", changed("\"num_hidden_layers\": 80", "\"num_hidden_layers\": \"80\"")),
                new FileText("config.json", changed("\"num_hidden_layers\": 80", "\"num_hidden_layers\": -80")),
                new FileText("config.json", changed("\"num_hidden_layers\": 80", "\"num_hidden_layers\": 1e9")),
                new FileText("config.json", changed("\"num_hidden_layers\": 80", "\"num_hidden_layers\": 80.5")),
                new FileText("config.json", changed("\"num_hidden_layers\": 80", "\"num_hidden_layers\": 80, \"<img src=x onerror=alert(1)>_heads\": 3")),
                new FileText("config.json", "{\"a\":".repeat(100_000)),
                new FileText("config.json", " ".repeat(50_000_000)),
                new FileText("model.gguf", "GGUF"),
                new FileText("model.gguf", "GGUF\u0003\u0000\u0000\u0000" + "\u00ff".repeat(64)),
                new FileText("<b>model.safetensors.index.json</b>", "{\"weight_map\": {\"a\": \"b\"}}"),
                new FileText("x.json", "{\"kind\": \"llm-deployment-planner/model\", \"version\": 1, \"record\": {\"name\": 1}}"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatCannotBeReadChangesNothingAndSaysWhy(FileText file) {
        for (String language : List.of("en", "zh-CN")) {
            Application application = Application.open("own-model", language);
            paste(application, QWEN);
            use(application);
            boolean index = file.text().contains("weight_map");
            if (index) {
                application.send(new OwnModels.Dismissed());
            }
            Draft draft = application.state().get(OwnModels.DRAFT);
            var records = Own.records(application.state());
            String scenario = application.screen().hash();

            choose(application, file);

            assertThat(application.textOf("own-model-wrong")).startsWith(language.equals("en")
                    ? file.name() + " was not used; nothing has changed. " : file.name() + " 未被采用，原有内容不变。 ");
            assertThat(application.textOf("own-model-wrong")).doesNotContain("checkpoint.", "<img");
            assertThat(application.state().get(OwnModels.DRAFT)).isSameAs(draft);
            assertThat(Own.records(application.state())).isSameAs(records);
            assertThat(application.screen().hash()).isEqualTo(scenario);
            assertThat(application.screen().stored()).isEmpty();
            assertThat(application.find(element -> element.tag().equals("img") || element.tag().equals("b"))).isEmpty();
        }
    }

    @Test
    void theFieldThatIsNotUnderstoodIsNamedWithWhatIsAllowed() {
        Application application = Application.open("own-model");
        paste(application, changed("\"num_hidden_layers\": 80", "\"num_hidden_layers\": -80"));
        assertThat(application.textOf("own-model-wrong"))
                .isEqualTo("The text was not used; nothing has changed. num_hidden_layers is out of range. Allowed: 1 to 10,000.");
        assertThat(application.byId("own-model-text").attribute("aria-invalid")).hasValue("true");
        assertThat(application.byId("own-model-text").attribute("value")).isPresent().get().asString().contains("-80");

        paste(application, changed("\"num_hidden_layers\": 80", "\"num_hidden_layers\": \"80\""));
        assertThat(application.textOf("own-model-wrong")).contains("num_hidden_layers is of another kind. Write a whole number.");
        paste(application, LLAMA);
        assertThat(application.textOf("own-model-wrong")).isEmpty();
    }

    @Test
    void aPrototypeIsAFieldLikeAnyOther() {
        Application application = Application.open("own-model");
        paste(application, changed("\"num_hidden_layers\": 80", "\"num_hidden_layers\": 80, \"__proto__\": {\"num_hidden_layers\": 1}"));

        assertThat(application.words()).contains("70.6B", "320 KiB");
    }

    @Test
    void namesWithMarkupAreTexts() {
        Application application = Application.open("own-model");
        paste(application, "{\"_name_or_path\": \"<img src=x onerror=alert(1)>\"," + LLAMA.trim().substring(1));
        assertThat(application.textOf("own-model-result")).contains("img src=x onerror=alert(1)");
        application.type("own-model-name", "<script>alert(1)</script>");
        use(application);

        assertThat(application.words()).contains("scriptalert(1)/script");
        assertThat(application.find(element -> List.of("img", "script").contains(element.tag()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"layers\":80      | \"layers\":-80    | en    | architecture.layers is out of range. Allowed: 1 to 10,000.",
        "\"layers\":80      | \"layers\":99999  | zh-CN | architecture.layers 超出范围，允许 1 至 10,000。",
        "\"heads\":64       | \"heads\":\"64\"  | en    | architecture.attention[0].heads is not a value that can stand there."})
    void aFileWhoseModelCannotBeIsRefusedWhole(String right, String wrong, String language, String problem) {
        Application application = Application.open("own-model");
        paste(application, LLAMA);
        use(application);
        application.clickButton("Save as file");
        String text = ((Effect.Download) application.effects().get(0)).text();
        assertThat(text).contains(right);

        Application other = Application.open("own-model", language);
        fire(other, "own-file", "change", files(new FileText("x.json", text.replace(right, wrong))));

        assertThat(other.textOf("own-problems")).contains(problem);
        assertThat(Own.records(other.state()).isEmpty()).isTrue();
    }

    @Test
    void everyCodeIsWordedInBothLanguages() throws IOException {
        TreeSet<String> notices = new TreeSet<>();
        boolean inNotices = false;
        for (String line : Files.readAllLines(Path.of("docs/own-model.md"))) {
            inNotices = line.startsWith("#") ? line.equals("## Notices") : inNotices;
            if (inNotices && line.startsWith("| `")) {
                Pattern.compile("`([a-z0-9-]+)`").matcher(line.substring(0, line.indexOf('|', 2))).results()
                        .forEach(match -> notices.add(match.group(1)));
            }
        }
        assertThat(notices).hasSizeGreaterThan(15);
        for (String language : List.of("en", "zh-CN")) {
            Scene scene = new Scene(Application.open("own-model", language).state(), Application.RESOURCES);
            assertThat(notices).allMatch(code -> scene.words().knows("checkpoint.notice." + code));
            for (RefusalCode code : RefusalCode.values()) {
                String said = RefusalText.of(new Refused(code, "a.b", List.of("object", "whole-number"), Map.of("least", 1.0)), scene);
                assertThat(said).isNotBlank().doesNotContain("whole-number");
            }
        }
    }
}
