package dev.llmplanner.handover.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Cases;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Orders;
import dev.llmplanner.handover.acceptance.AcceptanceFiles;
import dev.llmplanner.handover.acceptance.AcceptancePlan;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Manifests are read by another parser and judged by the official schemas. */
class ManifestTest {

    @TestFactory
    Stream<DynamicTest> everyObjectFollowsItsSchema() {
        return cases().map(id -> DynamicTest.dynamicTest(id, () -> {
            for (JsonNode object : kubernetes(id)) {
                assertThat(ManifestSchemas.kubernetes(object)).as(object.get("kind").asText()).isEmpty();
            }
            Order order = Cases.order(id);
            for (JsonNode object : acceptance(order)) {
                assertThat(ManifestSchemas.kubernetes(object)).as(object.get("kind").asText()).isEmpty();
            }
            for (JsonNode file : compose(id)) {
                assertThat(ManifestSchemas.compose(file)).isEmpty();
            }
        }));
    }

    @Test
    void theSchemasRefuseWhatTheyDoNotKnow() throws Exception {
        JsonNode deployment = object("gpt-oss-120b-vllm-1-h100", "Deployment");
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).put("imagePullPolice", "Always");
        JsonNode set = object("llama-3.1-405b-vllm-2x8-h100", "LeaderWorkerSet");
        ((ObjectNode) set.at("/spec/leaderWorkerTemplate")).put("restartPolicy", "Sometimes");
        JsonNode file = compose("gpt-oss-120b-vllm-1-h100").get(0);
        ((ObjectNode) file.at("/services/server")).put("gpu", 1);

        assertThat(ManifestSchemas.kubernetes(deployment)).isNotEmpty();
        assertThat(ManifestSchemas.kubernetes(set)).isNotEmpty();
        assertThat(ManifestSchemas.compose(file)).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> readBackTheNumbersAreThoseOfThePlan() {
        return cases().filter(id -> !kubernetes(id).isEmpty()).map(id -> DynamicTest.dynamicTest(id, () -> {
            Launch launch = Cases.launch(id);
            boolean several = launch.order().hosts() > 1;
            JsonNode workload = object(id, several ? "LeaderWorkerSet" : "Deployment");
            JsonNode pod = workload.at(several ? "/spec/leaderWorkerTemplate/workerTemplate" : "/spec/template");
            JsonNode container = pod.at("/spec/containers/0");

            assertThat(workload.at("/spec/replicas").asInt()).isEqualTo(launch.order().replicas());
            assertThat(container.at("/resources/limits").elements().next().asInt())
                    .isEqualTo(launch.order().gpusOnEachHost());
            if (several) {
                assertThat(workload.at("/spec/leaderWorkerTemplate/size").asInt()).isEqualTo(launch.order().hosts());
            } else {
                List<String> words = new ArrayList<>();
                container.at("/command").forEach(word -> words.add(word.asText()));
                assertThat(words).containsAll(launch.program());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> noServiceHasTheNameOfASetWhichMakesOneItself() {
        return cases().map(id -> DynamicTest.dynamicTest(id, () -> {
            List<String> sets = names(id, "LeaderWorkerSet");
            assertThat(names(id, "Service")).allMatch(name -> !sets.contains(name));
            for (JsonNode service : kubernetes(id)) {
                String set = service.at("/spec/selector/leaderworkerset.sigs.k8s.io~1name").asText();
                assertThat(set.isEmpty() || sets.contains(set)).as(set).isTrue();
            }
        }));
    }

    private static List<String> names(String id, String kind) {
        return kubernetes(id).stream().filter(object -> object.get("kind").asText().equals(kind))
                .map(object -> object.at("/metadata/name").asText()).toList();
    }

    @Test
    void aWorkersFirstRankIsComputedWhereItStarts() {
        JsonObject.Builder request = new JsonObject.Builder();
        Cases.request("deepseek-r1-vllm-ascend-2x8-910b").members().forEach(request::put);
        request.put("layout", JacksonJson.parse(
                "{\"tensorParallel\": 4, \"attentionDataParallel\": 4, \"expertParallel\": 16}"));
        Order order = Orders.of(TestCatalog.planner(), request.build(), "four ranks", 1).orElseThrow();
        JsonNode set = read(new Kubernetes(Cases.launch(order), Cases.CATALOG).files()).get(1);

        assertThat(set.at("/spec/leaderWorkerTemplate/workerTemplate/spec/containers/0/command/2").asText())
                .isEqualTo("exec \"$@\" --data-parallel-start-rank \"$$((LWS_WORKER_INDEX * 2))\"");
    }

    private static Stream<String> cases() {
        return StreamSupport.stream(Cases.ids().spliterator(), false);
    }

    private static List<JsonNode> kubernetes(String id) {
        return read(new Kubernetes(Cases.launch(id), Cases.CATALOG).files());
    }

    private static List<JsonNode> compose(String id) {
        return read(new Compose(Cases.launch(id), Cases.CATALOG).files());
    }

    private static List<JsonNode> acceptance(Order order) {
        return AcceptancePlan.of(TestCatalog.planner(), order).map(plan -> read(
                        new AcceptanceFiles(plan, Cases.launch(order).port(), Cases.CATALOG, Cases.words("en")).files().stream()
                                .filter(file -> file.path().endsWith(".yaml")).toList()))
                .orElse(List.of());
    }

    private static List<JsonNode> read(List<Artifact> files) {
        List<JsonNode> documents = new ArrayList<>();
        files.forEach(file -> documents.addAll(ManifestSchemas.documents(file.text().orElseThrow())));
        return documents;
    }

    private static JsonNode object(String id, String kind) {
        return kubernetes(id).stream().filter(object -> object.get("kind").asText().equals(kind))
                .findFirst().orElseThrow();
    }
}
