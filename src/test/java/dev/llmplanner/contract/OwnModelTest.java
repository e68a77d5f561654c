package dev.llmplanner.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request may bring its model along. */
class OwnModelTest {

    private static final String REST = ",\"accelerator\":\"nvidia-h200-sxm-141gb\",\"gpus\":8,\"engine\":\"sglang\","
            + "\"workload\":{\"inputTokens\":2048,\"outputTokens\":512,\"concurrency\":16}}";

    @ParameterizedTest
    @ValueSource(strings = {"llama-3.1-70b", "deepseek-r1", "gpt-oss-120b", "qwen3.5-122b-a10b", "minimax-m2.5", "mimo-v2-flash"})
    void aConfigurationGivesTheAnswerOfItsCatalogModel(String id) throws IOException {
        JsonObject own = TestCatalog.planner().estimate(request(config(id)));
        JsonObject known = TestCatalog.planner().estimate(request("\"" + id + "\""));

        assertThat(withoutModel(own)).isEqualTo(withoutModel(known));
    }

    @Test
    void explanationsAreTheSameToo() throws IOException {
        assertThat(TestCatalog.planner().explain(request(config("llama-3.1-70b"))))
                .isEqualTo(TestCatalog.planner().explain(request("\"llama-3.1-70b\"")));
    }

    @Test
    void theEchoedRequestGivesTheSameAnswer() throws IOException {
        JsonObject first = TestCatalog.planner().estimate(request(config("llama-3.1-70b")));
        JsonObject echoed = (JsonObject) first.get("request").orElseThrow();

        assertThat(TestCatalog.planner().estimate(echoed).get("memoryPerGpu")).isEqualTo(first.get("memoryPerGpu"));
        assertThat(TestCatalog.planner().estimate(echoed).get("latency")).isEqualTo(first.get("latency"));
    }

    @Test
    void aRecordGivesTheAnswerOfItsConfiguration() throws IOException {
        JsonObject models = (JsonObject) TestCatalog.bundle().get("models").orElseThrow();
        String record = JacksonJson.compact(models.get("llama-3.1-70b").orElseThrow());

        assertThat(withoutModel(TestCatalog.planner().estimate(request("{\"record\":" + record + "}"))))
                .isEqualTo(withoutModel(TestCatalog.planner().estimate(request(config("llama-3.1-70b")))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"config":{"num_hidden_layers":"80"}}            | invalid-config | model.config.num_hidden_layers
            {"config":[]}                                    | invalid-config | model.config
            {"config":{},"index":{"weight_map":3}}           | invalid-config | model.index.weight_map
            {"record":{"native":{"linear":"bf16"}}}          | invalid-config | model.record.architecture
            {"record":{"architecture":{"layers":-1}}}        | invalid-config | model.record.architecture.layers
            {}                                               | one-of-two     | model.config
            {"config":{},"record":{}}                        | one-of-two     | model.record
            {"record":{},"name":"x"}                         | unknown-member | model.name
            {"config":{},"name":7}                           | wrong-type     | model.name
            {"config":{},"licence":"x"}                      | unknown-member | model.licence
            7                                                | wrong-type     | model
            """)
    void whatIsWrongIsSaidWithItsPlace(String model, String code, String path) {
        assertThatThrownBy(() -> TestCatalog.planner().estimate(request(model)))
                .isInstanceOfSatisfying(RequestException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.path()).isEqualTo(path);
                    assertThat(refused.getMessage()).isNotBlank();
                });
    }

    @Test
    void thePlannerOfTheFirstPageRefusesOnesOwn() {
        CatalogPlanner lean = CatalogPlanner.ofReplicas(TestCatalog.bundle());

        assertThatThrownBy(() -> lean.estimate(request("{\"config\":{}}")))
                .isInstanceOfSatisfying(RequestException.class, refused -> assertThat(refused.code()).isEqualTo("wrong-type"));
    }

    private static JsonObject request(String model) {
        return (JsonObject) JacksonJson.parse("{\"model\":" + model + REST);
    }

    private static String config(String id) throws IOException {
        return "{\"config\":" + Files.readString(Path.of("src/test/resources/configs/" + id + ".json")) + "}";
    }

    private static JsonObject withoutModel(JsonObject result) {
        JsonObject request = with((JsonObject) result.get("request").orElseThrow(), "model", new JsonString(""));
        return with(result, "request", request);
    }

    private static JsonObject with(JsonObject object, String name, Json value) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        members.put(name, value);
        return new JsonObject(members);
    }
}
