package dev.llmplanner.view.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Screen.Theme;
import dev.llmplanner.view.scenario.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a frame and the page around it say to each other. */
class MessagesContractTest {
    private static final String HELLO = "{\"llmPlanner\":1,\"type\":\"hello\"}";

    @Test
    void beforeHelloOnlyReadyLeavesTheFrame() {
        OpenFrame frame = OpenFrame.open("");
        assertThat(frame.said()).containsExactly("ready");
        assertThat(frame.tells().get(0).target()).isEqualTo("*");

        frame.send(new EmbedEvents.Measured(700));
        assertThat(frame.said()).isEmpty();
        frame.send(new Event.FieldTyped(Field.CONCURRENCY, "5"));
        assertThat(frame.said()).isEmpty();
        frame.hear(OpenFrame.WIKI, "{\"llmPlanner\":1,\"type\":\"load\",\"request\":{\"model\":\"gpt-oss-120b\"}}");
        assertThat(frame.said()).isEmpty();
        assertThat(frame.state().scenario().text(Field.MODEL)).isEqualTo("deepseek-r1");
    }

    @Test
    void helloIsAnsweredToItsOriginWithReadyHeightAndChange() {
        OpenFrame frame = OpenFrame.open("users=17");
        frame.send(new EmbedEvents.Measured(700));

        frame.hear(OpenFrame.WIKI, HELLO);

        assertThat(frame.said()).containsExactly("ready", "height", "change");
        assertThat(frame.tells()).extracting(Effect.Tell::target).containsOnly(OpenFrame.WIKI);
        assertThat(OpenFrame.text(frame.said("change"), "link")).isEqualTo("https://plan.example.org/index.html#calculator?users=17");
    }

    @Test
    void theFirstOriginThatSaysHelloIsTheOnlyOneHeard() {
        OpenFrame frame = OpenFrame.greeted("");

        for (String other : List.of("https://evil.example", "null", "", "https://wiki.example.org.evil.example")) {
            frame.hear(other, HELLO);
            assertThat(frame.said()).isEmpty();
            frame.hear(other, "{\"llmPlanner\":1,\"type\":\"set\",\"theme\":\"dark\"}");
            assertThat(frame.screen().theme()).isEqualTo(Theme.SYSTEM);
        }
    }

    @Test
    void anOriginInTheAddressNeedsNoHelloAndLetsNoOtherIn() {
        OpenFrame frame = OpenFrame.open("origin=https://wiki.example.org");
        assertThat(frame.said()).containsExactlyInAnyOrder("ready", "change");
        assertThat(frame.tells()).extracting(Effect.Tell::target).containsOnly(OpenFrame.WIKI);

        frame.hear("https://evil.example", HELLO);

        assertThat(frame.said()).isEmpty();
    }

    @Test
    void aWrongOriginInTheAddressIsNobody() {
        OpenFrame frame = OpenFrame.open("origin=https://wiki.example.org/page");
        assertThat(frame.said()).isEmpty();

        frame.hear(OpenFrame.WIKI, HELLO);

        assertThat(frame.said()).isEmpty();
    }

    @Test
    void aPageWithoutAnOriginIsHeardByThatAndAnsweredWhereverItIs() {
        OpenFrame frame = OpenFrame.open("");

        frame.hear("null", HELLO);

        assertThat(frame.tells()).isNotEmpty().extracting(Effect.Tell::target).containsOnly("*");
        frame.hear(OpenFrame.WIKI, HELLO);
        assertThat(frame.said()).isEmpty();
    }

    @Test
    void aChangeIsToldOnceAndNotWhileAFieldHasNoAnswer() {
        OpenFrame frame = OpenFrame.greeted("");

        frame.send(new Event.FieldTyped(Field.CONCURRENCY, "5"));
        assertThat(frame.said()).containsExactly("change");
        frame.send(new Event.FieldTyped(Field.CONCURRENCY, "abc"));
        assertThat(frame.said()).isEmpty();
        frame.send(new Event.FieldTyped(Field.CONCURRENCY, "5"));
        assertThat(frame.said()).isEmpty();
        frame.send(new Event.ThemeChosen(Theme.DARK));
        assertThat(frame.said()).isEmpty();
    }

    /** What is told can be loaded again and is then told the same. */
    @Test
    void everyExampleOfTheContractIsShownAsItIsOrRefused() throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path example : examples()) {
            OpenFrame frame = OpenFrame.greeted("");
            String request = Files.readString(example);
            frame.hear(OpenFrame.WIKI, "{\"llmPlanner\":1,\"type\":\"load\",\"id\":7,\"request\":" + request + "}");
            if (frame.said().equals(List.of("error"))) {
                refused.add(example.getFileName() + ": " + OpenFrame.text(frame.said("error"), "code") + " "
                        + OpenFrame.text(frame.said("error"), "path"));
                assertThat(frame.said("error").get("id")).isPresent();
                continue;
            }
            assertThat(frame.said()).as(example.toString()).containsExactly("change");
            JsonObject told = frame.said("change");
            assertThat(filled((JsonObject) told.get("request").orElseThrow()))
                    .isEqualTo(filled((JsonObject) JacksonJson.parse(request)));
            frame.hear(OpenFrame.WIKI, "{\"llmPlanner\":1,\"type\":\"load\",\"plan\":{\"rank\":1,\"request\":"
                    + JacksonJson.compact(told.get("request").orElseThrow()) + "}}");
            assertThat(frame.said("change")).isEqualTo(told);
        }

        assertThat(refused).containsExactlyInAnyOrder(
                "deepseek-r1-fp8-on-8-h200.request.json: not-shown workload.lengthFactor",
                "deepseek-v3-separate-pools.request.json: not-shown prefill",
                "minimax-m2.5-kv-limited.request.json: not-shown workload.lengthFactor",
                "own-accelerator-without-bandwidth.request.json: not-shown accelerator",
                "own-model-that-is-not-understood.request.json: not-shown model",
                "own-model.request.json: not-shown model",
                "tensor-parallel-that-does-not-divide.request.json: kv-heads-do-not-divide layout.tensorParallel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"llmPlanner\":2,\"type\":\"hello\"} | wrong-version | llmPlanner",
        "{\"llmPlanner\":1} | unknown-value | type",
        "{\"llmPlanner\":1,\"type\":\"dance\"} | unknown-value | type",
        "{\"llmPlanner\":1,\"type\":[\"set\"]} | unknown-value | type",
        "{\"llmPlanner\":1,\"type\":\"hello\",\"html\":\"<b>\"} | unknown-member | html",
        "{\"llmPlanner\":1,\"type\":\"set\"} | one-of-two | ''",
        "{\"llmPlanner\":1,\"type\":\"set\",\"theme\":\"black\"} | unknown-value | theme",
        "{\"llmPlanner\":1,\"type\":\"set\",\"language\":7} | unknown-value | language",
        "{\"llmPlanner\":1,\"type\":\"load\"} | one-of-two | ''",
        "{\"llmPlanner\":1,\"type\":\"load\",\"request\":{},\"plan\":{}} | one-of-two | ''",
        "{\"llmPlanner\":1,\"type\":\"load\",\"request\":[]} | wrong-type | request",
        "{\"llmPlanner\":1,\"type\":\"load\",\"plan\":{}} | wrong-type | plan.request",
        "{\"llmPlanner\":1,\"type\":\"load\",\"request\":{\"model\":\"nope\",\"accelerator\":\"nvidia-h200-sxm-141gb\"}} | unknown-model | model",
        "{\"llmPlanner\":1,\"type\":\"load\",\"request\":{\"model\":\"deepseek-r1\",\"accelerator\":\"nvidia-h200-sxm-141gb\",\"workload\":{\"lengthFactor\":0.9}}} | not-shown | workload.lengthFactor",
        "{\"llmPlanner\":1,\"type\":\"load\",\"request\":{\"model\":{\"config\":{}},\"accelerator\":\"nvidia-h200-sxm-141gb\"}} | not-shown | model",
        "{\"llmPlanner\":1,\"type\":\"load\",\"request\":{\"__proto__\":{\"polluted\":1},\"model\":\"deepseek-r1\"}} | unknown-member | __proto__",
        "[] | wrong-type | ''",
        "'' | wrong-type | ''"})
    void whatCanNotBeUsedIsAnsweredByAnErrorAndChangesNothing(String text, String code, String path) {
        OpenFrame frame = OpenFrame.greeted("");
        String before = frame.words();

        frame.hear(OpenFrame.WIKI, text == null ? "" : text);

        assertThat(frame.said()).containsExactly("error");
        assertThat(OpenFrame.text(frame.said("error"), "code")).isEqualTo(code);
        assertThat(OpenFrame.text(frame.said("error"), "path")).isEqualTo(path == null ? "" : path);
        assertThat(frame.words()).isEqualTo(before);
    }

    @Test
    void whatIsTooLongOrTooDeepIsNotRead() {
        OpenFrame frame = OpenFrame.greeted("");

        frame.hear(OpenFrame.WIKI, "{\"llmPlanner\":1,\"x\":\"" + "y".repeat(70_000) + "\"}");
        assertThat(OpenFrame.text(frame.said("error"), "code")).isEqualTo("too-long");
        frame.hear(OpenFrame.WIKI, "{\"llmPlanner\":1,\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
        assertThat(OpenFrame.text(frame.said("error"), "code")).isEqualTo("too-deep");
    }

    @Test
    void languageAndThemeAreSetTogether() {
        OpenFrame frame = OpenFrame.greeted("");

        frame.hear(OpenFrame.WIKI, "{\"llmPlanner\":1,\"type\":\"set\",\"language\":\"zh-CN\",\"theme\":\"dark\"}");

        assertThat(frame.screen().language()).isEqualTo("zh-CN");
        assertThat(frame.screen().theme()).isEqualTo(Theme.DARK);
        assertThat(OpenFrame.text(frame.said("change"), "link")).endsWith("#calculator?lang=zh-CN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"llmPlanner\":1,\"type\":\"hello\",\"id\":\"a\"}",
        "{\"llmPlanner\":1,\"type\":\"load\",\"request\":{\"model\":\"x\"}}", "{\"llmPlanner\":1,\"type\":\"set\",\"theme\":\"dark\"}"})
    void theSchemaKnowsWhatIsUnderstood(String text) {
        Json message = JacksonJson.parse(text);

        assertThat(OpenFrame.violations(message)).isEmpty();
        assertThat(Order.of((JsonObject) message)).isNotNull();
    }

    private static JsonObject filled(JsonObject request) {
        try {
            return dev.llmplanner.support.TestCatalog.planner().evaluate(request).request();
        } catch (RequestException refused) {
            throw new AssertionError(refused);
        }
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/contract/examples"))) {
            return files.filter(file -> file.toString().endsWith(".request.json"))
                    .filter(file -> !file.toString().contains("search")).sorted().toList();
        }
    }
}
