package dev.llmplanner.view.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.program.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnHardwareTest {
    private static final String COPY = "own-hardware?copy=accelerators/nvidia-h200-sxm-141gb";

    @Test
    void aCopyIsEditedSavedAndUsedInTheCalculator() {
        Application application = Application.open(COPY);
        application.type("own-memory-usableGiB", "130");
        application.type("own-name", "Our H200");

        save(application);

        assertThat(application.words()).contains("Saved", "Our H200", "130 GiB");
        application.send(application.hashChanged("calculator?hw=own:our-h200"));
        assertThat(application.state().ignored()).isEmpty();
        assertThat(application.byId("field-hw").attribute("value")).hasValue("Our H200");
        assertThat(application.state().outcome().isCurrent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "own-memory-usableGiB        | 8000  | 14 to 1,024 GiB",
        "own-memory-usableGiB        | -1    | 14 to 1,024 GiB",
        "own-memory-usableGiB        | much  | is not a number",
        "own-memory-usableGiB        | 60    | does not go with the printed memory",
        "own-memory-bandwidthGBps    | 4.8   | 100 to 30,000 GB/s",
        "own-denseTflops-fp8         | 3958  | The dense rate would be 1,979",
        "own-scaleUp-maxDomain       | 8.5   | Not a whole number",
        "own-name                    | ''    | This is needed"})
    void aWrongValueIsRefusedBesideItsField(String field, String text, String problem) {
        Application application = Application.open(COPY);

        application.type(field, text);

        assertThat(application.textOf(field + "-error")).contains(problem);
        assertThat(application.byId(field).attribute("aria-invalid")).hasValue("true");
        save(application);
        assertThat(Own.records(application.state()).isEmpty()).isTrue();
        assertThat(application.effects()).contains(new Effect.Focus(field));
    }

    @Test
    void ratesThatLookSparseAreTakenWhenTheReaderSaysThatTheyAreDense() {
        Application application = Application.open(COPY);
        application.type("own-denseTflops-fp8", "3958");

        fire(application, "own-dense", "change", DomEvent.ticked(true));
        save(application);

        assertThat(Own.records(application.state()).of("accelerators")).hasSize(1);
    }

    @Test
    void aRemovedRecordCanComeBack() {
        Application application = Application.open(COPY);
        save(application);
        application.click(element -> isButton(element, "Remove"));
        assertThat(Own.records(application.state()).isEmpty()).isTrue();

        application.click(element -> element.attribute("id").filter("own-undo"::equals).isPresent());

        assertThat(Own.records(application.state()).of("accelerators")).hasSize(1);
    }

    @Test
    void anAcceleratorOfAnOwnServerStays() {
        Application application = Application.open(COPY);
        application.type("own-name", "Mine");
        save(application);
        application.send(application.hashChanged("own-hardware?copy=servers/nvidia-dgx-h200"));
        application.choose("own-accelerator", "own:mine");
        save(application);
        assertThat(Own.records(application.state()).of("servers")).hasSize(1);

        application.click(element -> isButton(element, "Remove"));

        assertThat(application.words()).contains("Remove the server first");
        assertThat(Own.records(application.state()).of("accelerators")).hasSize(1);
    }

    @Test
    void theFileThatIsSavedBringsTheRecordsToAnotherBrowser() {
        Application application = Application.open(COPY);
        save(application);
        application.clickButton("Save as file");
        Effect.Download file = (Effect.Download) application.effects().get(0);

        Application other = Application.open("own-hardware", "zh-CN");
        choose(other, file.text());

        assertThat(Own.records(other.state())).isEqualTo(Own.records(application.state()));
        assertThat(other.words()).contains("已添加文件中的记录");
        choose(other, file.text());
        assertThat(other.words()).contains("均已存在");
        assertThat(other.screen().stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "{\"kind\": \"<img src=x onerror=alert(1)>\"}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"accelerators\": {\"own:x\": {\"name\": 1}}}}"})
    void aFileThatCannotBeUsedChangesNothingAndSaysWhy(String text) {
        Application application = Application.open("own-hardware");

        choose(application, text);

        assertThat(application.textOf("own-problems")).contains("The file was not used");
        assertThat(Own.records(application.state()).isEmpty()).isTrue();
    }

    @Test
    void aNameWithMarkupIsAText() {
        Application application = Application.open(COPY);
        application.type("own-name", "<b>Mine</b>");
        save(application);

        assertThat(application.words()).contains("<b>Mine</b>");
        assertThat(application.find(element -> element.tag().equals("b"))).isEmpty();
    }

    @Test
    void theBrowserKeepsRecordsOnlyWhenItIsAsked() {
        Application application = Application.open(COPY);
        save(application);
        assertThat(application.screen().stored()).isEmpty();

        fire(application, "own-keep", "change", DomEvent.ticked(true));

        assertThat(application.screen().stored()).containsOnlyKeys("own.hardware");
        fire(application, "own-keep", "change", DomEvent.ticked(false));
        assertThat(application.screen().stored()).isEmpty();
    }

    private static void save(Application application) {
        Element form = application.find(element -> element.tag().equals("form")).orElseThrow();
        application.send((dev.llmplanner.view.Event) form.listeners().get("submit").handler().on(DomEvent.plain()));
    }

    private static void choose(Application application, String text) {
        fire(application, "own-file", "change", new DomEvent("", false, false, "", false, false, false, false,
                List.of(new DomEvent.FileText("file.json", text))));
    }

    private static void fire(Application application, String id, String event, DomEvent detail) {
        application.send((dev.llmplanner.view.Event) application.byId(id).listeners().get(event).handler().on(detail));
    }

    private static boolean isButton(Element element, String text) {
        return element.tag().equals("button") && dev.llmplanner.view.node.Markup.words(element).startsWith(text);
    }
}
