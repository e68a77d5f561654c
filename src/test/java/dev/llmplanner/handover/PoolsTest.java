package dev.llmplanner.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.handover.manifest.ManifestSchemas;
import dev.llmplanner.handover.materials.Procurement;
import dev.llmplanner.handover.text.Hostile;
import dev.llmplanner.handover.text.Utf8;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Separate pools for prefill and decode: both launches, what stands before them, manifests and the test of the whole. */
class PoolsTest {

    private static final String VLLM = "pools-deepseek-r1-vllm-h200";
    private static final String SGLANG = "pools-llama-3.3-70b-sglang-h100";
    private static final String ASCEND = "pools-deepseek-r1-vllm-ascend-910b";
    private static final String TENSORRT = "pools-gpt-oss-120b-tensorrt-b200";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> filesAreAsApproved() {
        return cases(id -> {
            for (String language : List.of("en", "zh-CN")) {
                for (Artifact file : handover(Cases.order(id), language).files()) {
                    if (file.path().startsWith("launch/") || file.path().endsWith(".sh")) {
                        Approval.verify(id + "/" + language + "/" + file.path(), file.text().orElseThrow());
                    }
                }
            }
            // The router's comments are in the reader's language.
            for (String path : List.of("kubernetes/kubernetes.yaml", "compose/compose.yaml")) {
                Approval.verify(id + "/" + path, file(handover(Cases.order(id), "en"), path));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> manifestsFollowTheOfficialSchemas() {
        return cases(id -> {
            Handover handover = handover(Cases.order(id), "zh-CN");
            for (JsonNode object : ManifestSchemas.documents(file(handover, "kubernetes/kubernetes.yaml"))) {
                assertThat(ManifestSchemas.kubernetes(object)).as(object.toString()).isEmpty();
            }
            for (JsonNode file : ManifestSchemas.documents(file(handover, "compose/compose.yaml"))) {
                assertThat(ManifestSchemas.compose(file)).isEmpty();
            }
        });
    }

    @Test
    void theRouterKnowsEveryWorkerByTheNameOfItsFirstHost() {
        List<JsonNode> objects = ManifestSchemas.documents(
                file(handover(Cases.order(SGLANG), "en"), "kubernetes/kubernetes.yaml"));
        JsonNode prefill = named(objects, "LeaderWorkerSet", "llama-3-3-70b-prefill");
        JsonNode router = named(objects, "Deployment", "llama-3-3-70b-router").at("/spec/template/spec/containers/0");

        assertThat(prefill.at("/spec/replicas").asInt()).isEqualTo(4);
        assertThat(prefill.at("/spec/leaderWorkerTemplate/workerTemplate/spec/containers/0/resources/limits")
                .get("nvidia.com/gpu").asText()).isEqualTo("2");
        assertThat(router.at("/env/0/value").asText()).isEqualTo("llama-3-3-70b-prefill-0.llama-3-3-70b-prefill:8100"
                + " llama-3-3-70b-prefill-1.llama-3-3-70b-prefill:8100 llama-3-3-70b-prefill-2.llama-3-3-70b-prefill:8100"
                + " llama-3-3-70b-prefill-3.llama-3-3-70b-prefill:8100");
        assertThat(router.at("/env/1/value").asText().split(" ")).hasSize(2);
        assertThat(named(objects, "Service", "llama-3-3-70b").at("/spec/selector/app.kubernetes.io~1component").asText())
                .isEqualTo("router");
    }

    @Test
    void theRouterIsStartedWithAllWorkers() throws Exception {
        assertThat(run(SGLANG, "python3")).contains("-m sglang_router.launch_router --host 0.0.0.0 --port 8000"
                + " --pd-disaggregation --worker-startup-timeout-secs 3600 --prefill http://a:8100 8998"
                + " --prefill http://b:8100 8998 --decode http://c:8200");
        assertThat(run(VLLM, "vllm-router")).contains("--vllm-pd-disaggregation --worker-startup-timeout-secs 3600"
                + " --prefill http://a:8100 --prefill http://b:8100 --decode http://c:8200");
        assertThat(run(ASCEND, "python3").strip()).isEqualTo("/vllm-workspace/vllm-ascend/examples/disaggregated_prefill_v1/"
                + "load_balance_proxy_server_example.py --host 0.0.0.0 --port 8000 --prefiller-hosts a b --prefiller-ports 8100 8100"
                + " --decoder-hosts c --decoder-ports 8200");
        assertThat(run(TENSORRT, "trtllm-serve")).contains("disaggregated -c ", "context_servers:\n  num_instances: 2\n"
                + "  urls:\n      - \"a:8100\"\n      - \"b:8100\"\ngeneration_servers:\n  num_instances: 1\n");
    }

    @Test
    void theWholeIsTestedAtTheRouter() {
        Handover handover = handover(Cases.order(VLLM), "en");

        assertThat(file(handover, "acceptance/run.sh")).contains("http://127.0.0.1:8000");
        assertThat(handover.report().acceptance().orElseThrow().request().get("mode").toString()).contains("disaggregated");
        assertThat(Procurement.serving(Cases.order(VLLM))).isEqualTo(3);
        assertThat(Procurement.serving(Cases.order(SGLANG))).isEqualTo(2);
        assertThat(file(handover, "report/report.md")).contains("1 worker of 16 GPUs", "Prefill workers:", "A decode GPU:");
    }

    /** Ports below 20,000 + 1,000 for each device of a host are Mooncake's own. */
    @Test
    void bothKindsOfWorkerOnAscendKnowBothLayouts() throws IOException {
        Handover handover = handover(Cases.order(ASCEND), "en");
        JsonNode prefill = transfer(handover, "launch/prefill.sh");
        JsonNode decode = transfer(handover, "launch/decode.sh");

        assertThat(prefill.at("/kv_connector").asText()).isEqualTo("MooncakeConnectorV1");
        assertThat(prefill.at("/kv_role").asText()).isEqualTo("kv_producer");
        assertThat(decode.at("/kv_role").asText()).isEqualTo("kv_consumer");
        assertThat(prefill.at("/kv_port").asText()).isEqualTo("28000");
        assertThat(decode.at("/kv_port").asText()).isEqualTo("28100");
        assertThat(prefill.at("/kv_connector_extra_config")).isEqualTo(decode.at("/kv_connector_extra_config"))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"prefill": {"dp_size": 2, "tp_size": 8}, "decode": {"dp_size": 4, "tp_size": 4}}"""));
        assertThat(file(handover, "launch/prefill.sh")).contains("export HCCL_IF_IP=\"$HOST_ADDRESS\"");
        assertThat(handover.report().launch().least()).contains("0.13.0");
        assertThat(handover.report().problems()).extracting(Finding::code).contains("transfer-on-ascend")
                .doesNotContain("transfer-degrees", "transfer-stages", "router-installed");
    }

    @Test
    void containersOnAscendHoldTheAddressesOfTheDevices() {
        Handover handover = handover(Cases.order(ASCEND), "en");
        List<JsonNode> objects = ManifestSchemas.documents(file(handover, "kubernetes/kubernetes.yaml"));
        JsonNode pod = named(objects, "LeaderWorkerSet", "deepseek-r1-decode")
                .at("/spec/leaderWorkerTemplate/workerTemplate/spec");

        assertThat(pod.at("/volumes").findValuesAsText("path")).containsExactly("/etc/hccn.conf");
        assertThat(pod.at("/containers/0/volumeMounts").findValuesAsText("mountPath")).contains("/etc/hccn.conf");
        assertThat(file(handover, "compose/compose.yaml")).contains("/etc/hccn.conf:/etc/hccn.conf:ro");
        assertThat(named(objects, "Deployment", "deepseek-r1-router")
                .at("/spec/template/spec/containers/0/readinessProbe/httpGet/path").asText()).isEqualTo("/healthcheck");
    }

    @Test
    void aTransferThatAscendDoesNotKnowIsSaid() {
        JsonObject.Builder request = new JsonObject.Builder();
        Cases.request(ASCEND).members().forEach(request::put);
        request.put("prefill", JacksonJson.parse("""
                {"workers": 1, "layout": {"tensorParallel": 4, "attentionDataParallel": 4, "expertParallel": 16}}"""));
        request.put("decode", JacksonJson.parse("""
                {"workers": 1, "layout": {"tensorParallel": 8, "pipelineParallel": 2, "expertParallel": 8}}"""));
        Order order = Orders.of(TestCatalog.planner(), request.build(), "Ascend", 1).orElseThrow();

        assertThat(handover(order, "en").report().problems()).extracting(Finding::code)
                .contains("transfer-degrees", "transfer-stages");
    }

    @Test
    void whatNoSourceShowsIsSaid() {
        JsonObject.Builder request = new JsonObject.Builder();
        Cases.request(SGLANG).members().forEach((name, value) -> {
            if (!name.equals("engineVersion")) {
                request.put(name, value);
            }
        });
        request.put("server", "huawei-atlas-800i-a2-64g").put("engine", "mindie")
                .put("precision", new JsonObject.Builder().put("weights", "int8").build());
        Order order = Orders.of(TestCatalog.planner(), request.build(), "Ascend", 1).orElseThrow();
        Handover handover = handover(order, "en");

        assertThat(handover.report().problems()).extracting(Finding::code).contains("pools-mindie");
        assertThat(handover.files()).extracting(Artifact::path).doesNotContain("kubernetes/kubernetes.yaml");
    }

    @Test
    void namesChangeNothingOfTheRouter() {
        String usual = file(handover(Cases.order(VLLM), "en"), "launch/router.sh");
        for (String name : Hostile.NAMES) {
            String script = file(handover(Cases.named(VLLM, name), "en"), "launch/router.sh");
            assertThat(script.substring(script.indexOf("set -euo")))
                    .isEqualTo(usual.substring(usual.indexOf("set -euo")));
            assertThat(script.lines().takeWhile(line -> !line.startsWith("set "))).allMatch(line -> line.startsWith("#"));
        }
    }

    private static JsonNode transfer(Handover handover, String path) throws IOException {
        String line = file(handover, path).lines().filter(each -> each.contains("--kv-transfer-config")).findFirst().orElseThrow();
        return new ObjectMapper().readTree(line.substring(line.indexOf('{'), line.lastIndexOf('}') + 1));
    }

    /** What the script starts, with programs in the place of the engine's that print their words. */
    private String run(String id, String program) throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve(id));
        Path stub = bin.resolve(program);
        Files.writeString(stub, "#!/bin/bash\necho \"$@\"\nfor word in \"$@\"; do test -f \"$word\" && cat \"$word\"; done\n:\n");
        stub.toFile().setExecutable(true);
        Path script = bin.resolve("router.sh");
        Files.write(script, Utf8.bytes(file(handover(Cases.order(id), "zh-CN"), "launch/router.sh")));
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("PREFILL_WORKERS", "a:8100 b:8100");
        builder.environment().put("DECODE_WORKERS", "c:8200");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static JsonNode named(List<JsonNode> objects, String kind, String name) {
        return objects.stream().filter(object -> object.get("kind").asText().equals(kind)
                && object.at("/metadata/name").asText().equals(name)).findFirst().orElseThrow();
    }

    private static Handover handover(Order order, String language) {
        return Handover.of(order, TestCatalog.planner(), Cases.CATALOG, Optional.empty(), Cases.words(language));
    }

    private static String file(Handover handover, String path) {
        return handover.files().stream().filter(file -> file.path().equals(path)).findFirst()
                .flatMap(Artifact::text).orElseThrow();
    }

    private interface Verification {
        void of(String id) throws Exception;
    }

    private static Stream<DynamicTest> cases(Verification verification) {
        return StreamSupport.stream(Cases.pooled().spliterator(), false)
                .map(id -> DynamicTest.dynamicTest(id, () -> verification.of(id)));
    }
}
