package dev.llmplanner.view.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.dist.HandoverBundle;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.program.Effect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverPageTest {

    private static final String SCENARIO = "handover?model=llama-3.3-70b&server=hgx-h100-8gpu-server&by=server&gpus=4&engine=vllm&replicas=2";

    private static Application open(String hash, String language) {
        Application application = Application.open(hash, language);
        application.send(new Event.FileLoaded(DataFile.HANDOVER, HandoverBundle.read(Path.of(""))));
        application.send(new Event.FileLoaded(DataFile.PRICES, TestCatalog.prices()));
        return application;
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
    @CsvSource({"en, , ''", "zh-CN, , currency=CNY", "zh-CN, USD, currency=USD", "en, CNY, currency=CNY"})
    void theReadersOwnCurrencyIsTakenUnlessTheLinkNamesOne(String language, String linked, String kept) {
        Application application = open(linked == null ? SCENARIO : SCENARIO + "&currency=" + linked, language);
        Application again = open(application.screen().hash(), language);

        for (Application each : List.of(application, again)) {
            assertThat(each.screen().hash()).contains(kept);
            assertThat(each.screen().hash().contains("currency=")).isEqualTo(!kept.isEmpty());
        }
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
