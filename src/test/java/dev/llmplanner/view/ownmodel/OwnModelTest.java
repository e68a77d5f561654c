package dev.llmplanner.view.ownmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.checkpoint.CheckpointText;
import dev.llmplanner.checkpoint.RefusalCode;
import dev.llmplanner.checkpoint.Refused;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.models.Compared;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.node.DomEvent.FileText;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.own.RefusalText;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.scenario.Field;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A model of one's own: in by file or text, used on every page, refused without a trace, kept only when asked. */
class OwnModelTest {
    private static final String LLAMA = config("llama-3.1-70b");
    private static final String QWEN = config("qwen3-next-80b-a3b");

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

    private static String config(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/configs", name + ".json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String changed(String from, String to) {
        assertThat(LLAMA).contains(from);
        return LLAMA.replace(from, to);
    }

    private static void paste(Application application, String text) {
        application.type("own-model-text", text);
        fire(application, "form-of:own-model-text", "submit", DomEvent.plain());
    }

    /** Its id. */
    private static String use(Application application) {
        fire(application, "form-of:own-model-use", "submit", DomEvent.plain());
        return application.state().get(OwnModels.DRAFT).id();
    }

    private static void choose(Application application, FileText... files) {
        fire(application, "own-model-files", "change", files(files));
    }

    private static DomEvent files(FileText... files) {
        return new DomEvent("", false, false, "", false, false, false, false, List.of(files));
    }

    private static void fire(Application application, String id, String event, DomEvent detail) {
        Element element = id.startsWith("form-of:")
                ? application.find(form -> form.tag().equals("form") && Markup.of(form).contains("id=\"" + id.substring(8) + "\"")).orElseThrow()
                : application.byId(id);
        application.send((Event) element.listeners().get(event).handler().on(detail));
    }

    private static boolean isButton(Element element, String text) {
        return element.tag().equals("button") && Markup.words(element).startsWith(text);
    }
}
