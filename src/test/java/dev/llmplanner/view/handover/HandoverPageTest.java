package dev.llmplanner.view.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.dist.HandoverBundle;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.plan.file.PlanFile;
import dev.llmplanner.view.program.Effect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverPageTest {

    private static final String SCENARIO = "handover?model=llama-3.3-70b&server=hgx-h100-8gpu-server&by=server&gpus=4&engine=vllm&replicas=2";

    private static final Path EXAMPLES = Path.of("docs/contract/examples/search");

    static Application open(String hash, String language) {
        Application application = Application.open(hash, language);
        application.send(new Event.FileLoaded(DataFile.HANDOVER, HandoverBundle.read(Path.of(""))));
        application.send(new Event.FileLoaded(DataFile.PRICES, TestCatalog.prices()));
        return application;
    }

    /** The plans of an example of the contract, as the Plan page saves them. */
    static String planFile() throws IOException {
        return planFile((JsonObject) JacksonJson.parse(
                Files.readString(EXAMPLES.resolve("deepseek-r1-for-400-engineers.request.json"))));
    }

    private static String planFile(JsonObject request) throws IOException {
        JsonObject result = (JsonObject) JacksonJson.parse(
                Files.readString(EXAMPLES.resolve("deepseek-r1-for-400-engineers.result.json")));
        List<JsonObject> plans = new ArrayList<>();
        JsonCursor.of(result).items("plans").forEach(plan -> plans.add(plan.object()));
        return PlanFile.of(Map.of(), request, plans, Application.RESOURCES)
                .text(Application.RESOURCES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void showsTheLaunchWithTheReasonsOfItsOptions(String language) {
        Application application = open(SCENARIO, language);

        assertThat(application.words()).contains("vllm serve", "--tensor-parallel-size", "launch/launch.sh")
                .contains(language.equals("en") ? "tensor parallelism" : "张量并行");
    }

    @Test
    void eachPartShowsItsFiles() {
        Application application = open(SCENARIO, "en");

        application.clickButton("Kubernetes");
        assertThat(application.words()).contains("kind: Deployment", "replicas: 2");
        application.clickButton("Compose");
        assertThat(application.words()).contains("compose/compose.yaml");
        application.clickButton("Acceptance test");
        assertThat(application.words()).contains("vllm bench serve", "limits.json");
        application.clickButton("Bill of materials");
        assertThat(application.words()).contains("bill-of-materials.xlsx", "Server: HGX H100");
        application.clickButton("Report");
        assertThat(application.words()).contains("Deployment plan:", "Assumptions");
    }

    @Test
    void arrowsWalkTheParts() {
        Application application = open(SCENARIO, "en");

        application.press("tab-launch", "ArrowRight");
        assertThat(application.byId("tab-kubernetes").attribute("aria-selected")).contains("true");
        application.press("tab-kubernetes", "ArrowLeft");
        application.press("tab-launch", "ArrowLeft");
        assertThat(application.byId("tab-report").attribute("aria-selected")).contains("true");
    }

    /** English leaves its own currency out of the link; Chinese names it, since other links mean the dollar. */
    @ParameterizedTest
    @CsvSource({"en, , ''", "zh-CN, , currency=CNY&cny-per-usd=7.1287", "zh-CN, USD, currency=USD", "en, CNY, currency=CNY"})
    void theReadersOwnCurrencyIsTakenUnlessTheLinkNamesOne(String language, String linked, String kept) {
        Application application = open(linked == null ? SCENARIO : SCENARIO + "&currency=" + linked, language);
        Application again = open(application.screen().hash(), language);

        for (Application each : List.of(application, again)) {
            assertThat(each.screen().hash()).contains(kept);
            assertThat(each.screen().hash().contains("currency=")).isEqualTo(!kept.isEmpty());
        }
    }

    @Test
    void theLinkIsThatOfAFirstVisitUntilTheRateIsRead() {
        Application application = Application.open(SCENARIO, "zh-CN");
        application.type("entry-spare", "1");
        assertThat(application.screen().hash()).contains("spare=1").doesNotContain("currency", "cny-per-usd");

        application.send(new Event.FileLoaded(DataFile.PRICES, TestCatalog.prices()));

        assertThat(application.screen().hash()).contains("spare=1", "currency=CNY", "cny-per-usd=7.1287");
        application.type("entry-cny-per-usd", "");
        assertThat(application.screen().hash()).contains("currency=CNY").doesNotContain("cny-per-usd");
        assertThat(open(application.screen().hash(), "zh-CN").screen().hash()).doesNotContain("cny-per-usd");
    }

    @Test
    void theReportsLedgerNamesTheCatalogsRateUntilTheReaderSetsOne() {
        Application application = open(SCENARIO + "&tab=report", "zh-CN");
        String catalogs = "汇率 7.1287 元/美元 Central parity rate of 21 August 2025 by the China Foreign Exchange Trade System";
        assertThat(application.words()).contains(catalogs).containsPattern("20355681\\.html\\) 2025-08-21 已公布 目录");

        application.type("entry-cny-per-usd", "7.2");

        assertThat(application.words()).doesNotContain(catalogs).containsPattern("汇率 7.2 元/美元 请求（目录汇率为 7.1287，2025-08-21） +自行设定");
    }

    @Test
    void theArchiveIsMadeOnThePage() throws IOException {
        Application application = open(SCENARIO, "zh-CN");

        application.clickButton("下载全部（ZIP）");
        Effect.Save save = (Effect.Save) application.effects().get(0);
        assertThat(save.fileName()).endsWith(".zip");
        assertThat(names(save.file())).anyMatch(name -> name.endsWith("/launch/launch.sh"))
                .anyMatch(name -> name.endsWith("/materials/bill-of-materials.xlsx"))
                .anyMatch(name -> name.endsWith("/SHA256SUMS"));
    }

    @Test
    void anAddressKeepsTheFieldsAndThePart() {
        Application application = open(SCENARIO, "en");
        application.type("entry-spare", "1");
        application.clickButton("Report");

        assertThat(application.screen().hash()).contains("replicas=2", "spare=1", "tab=report", "model=llama-3.3-70b");
        assertThat(open(application.screen().hash(), "en").words()).contains("2 servers");
    }

    @Test
    void aWrongFieldAndAMissingTableSayWhatIsWrong() {
        Application application = open(SCENARIO, "en");
        application.type("entry-replicas", "0");
        assertThat(application.words()).contains("have no answer");

        Application waiting = Application.open(SCENARIO);
        assertThat(waiting.words()).contains("are being read");
        waiting.send(new Event.FileFailed(DataFile.HANDOVER));
        assertThat(waiting.words()).contains("handover.js");
    }

    @Test
    void aPlansFileIsHandedOverWithItsOtherPlansBesideIt() throws IOException {
        Application application = open("handover", "en");

        application.send(new PlanOpening.Given(planFile()));

        assertThat(application.words()).contains("The file has several plans", "TensorRT-LLM", "trtllm-serve");
        assertThat(application.screen().hash()).contains("replicas=2", "server=nvidia-dgx-b200");
        application.clickButton("Report");
        assertThat(application.words()).contains("Options compared", "Handed over");
    }

    /** Of a search in yuan, with a rate, years, a price and a plant of its own. */
    @Test
    void aPlanIsHandedOverAtTheTermsOfItsSearch() throws IOException {
        JsonObject request = (JsonObject) JacksonJson.parse(Files.readString(
                EXAMPLES.resolve("deepseek-r1-for-400-engineers.request.json"))
                .replace("\"cnyPerUsd\": 7.1", "\"cnyPerUsd\": 7.251234")
                .replace("\"plant\": {\"years\": 4, \"administrators\": 1}", """
                        "plant": {"years": 5, "administrators": 2, "residualShare": 0.15, "currency": "CNY"},
                        "prices": [{"part": "server", "id": "nvidia-dgx-b200", "unit": "piece", "typical": 2345678,
                                    "currency": "CNY", "date": "2026-10-01", "source": "Quotation 17"}]"""));
        assertThat(request.get("prices")).isPresent();
        Application application = open("handover", "en");

        application.send(new PlanOpening.Given(planFile(request)));
        application.clickButton("Report");

        assertThat(application.screen().hash()).contains("currency=CNY", "cny-per-usd=7.251234", "years=5");
        assertThat(application.words()).containsPattern("Exchange rate 7\\.251234 CNY per USD the request")
                .containsPattern("DGX B200 2,345,678 CNY, each Quotation 17 2026-10-01 your own you")
                .containsPattern("Residual value, share of the purchase 0\\.15 fraction the request +you")
                .containsPattern("Administrators 2 full-time equivalents the request +you")
                .contains("enter the totals at 7.251234 CNY per USD, the rate that you set");
    }

    @Test
    void aFileThatIsNoPlanSaysSoAndChangesNothing() {
        Application application = open(SCENARIO, "en");
        String before = application.screen().hash();

        application.send(new PlanOpening.Given("{\"format\": \"planner-plan\", \"version\": 9}"));
        assertThat(application.words()).contains("newer planner");
        application.send(new PlanOpening.Given("[1, 2"));
        assertThat(application.words()).contains("not a plan of this planner");
        assertThat(application.screen().hash()).isEqualTo(before);
    }

    @Test
    void separatePoolsComeByTheAddress() {
        Application application = open("handover?model=llama-3.3-70b&server=hgx-h100-8gpu-server&by=server&engine=sglang"
                + "&prefill=2*2.1.1.1&decode=1*4.1.1.1", "en");

        assertThat(application.words()).contains("launch/prefill.sh", "launch/router.sh", "--disaggregation-mode",
                "Options of a decode worker");
        assertThat(application.screen().hash()).contains("prefill=2*2.1.1.1", "decode=1*4.1.1.1");
        for (String wrong : List.of("2*2.1.1", "0*2.1.1.1", "x", "2*2.1.1.1.", "99999*2.1.1.1", "2*3.1.1.1")) {
            assertThat(open(application.screen().hash().replace("2*2.1.1.1", wrong), "en").words()).as(wrong)
                    .contains("can’t be handed over");
        }
    }

    private static List<String> names(Artifact archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
