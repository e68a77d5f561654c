package dev.llmplanner.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.catalog.MeasuredRow;
import dev.llmplanner.catalog.MeasuredRows;
import dev.llmplanner.catalog.MeasuredRowsReader;
import dev.llmplanner.engine.evidence.Distance;
import dev.llmplanner.engine.evidence.Setting;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Measurements beside an estimate. */
class EvidenceTest {

    private static final MeasuredRows ROWS = MeasuredRowsReader.read(TestCatalog.evidence(), TestCatalog.catalog());

    @Test
    void cleanRowsOfModelsInTheCatalogAreBundled() {
        assertThat(ROWS.rows()).hasSizeBetween(1_100, 2_500);
        assertThat(ROWS.date()).isPresent();
        assertThat(ROWS.rows()).allSatisfy(row -> assertThat(ROWS.sources()).hasSizeGreaterThan(row.measurement().source()));
    }

    /** What the reader makes of a row is what the planner makes of its request. */
    @Test
    void aRowsSettingIsThatOfItsRequest() {
        List<MeasuredRow> rows = ROWS.rows();
        for (int i = 0; i < rows.size(); i += 7) {
            Answer answer = TestCatalog.planner().evaluate(rows.get(i).request());
            Setting asked = TestCatalog.planner().setting(answer).orElseThrow();

            assertThat(Distance.between(asked, rows.get(i).measurement().setting())).as(rows.get(i).measurement().id()).isZero();
        }
    }

    @Test
    void aMeasuredDeploymentFindsItsOwnMeasurementFirst() {
        MeasuredRow row = ROWS.rows().get(200);
        List<JsonCursor> evidence = evidence(row.request());

        assertThat(evidence).hasSizeBetween(3, 5);
        assertThat(evidence.get(0).number("distance")).isZero();
        assertThat(evidence.get(0).at("measurement").at("request").value()).isEqualTo(row.request());
    }

    @Test
    void theEstimateBesideAMeasurementIsThatOfItsRequest() {
        for (JsonCursor one : evidence(request("deepseek-r1", "nvidia-h200-sxm-141gb"))) {
            JsonObject again = TestCatalog.planner().estimate(one.at("measurement").at("request").object());
            JsonCursor latency = JsonCursor.of(again).at("latency");

            assertThat(one.at("estimated").at("tpotSeconds").value()).isEqualTo(latency.at("tpotSeconds").value());
            assertThat(one.at("estimated").at("ttftSeconds").number("mid"))
                    .isEqualTo(latency.at("ttftSeconds").number("mid"));
        }
    }

    @Test
    void nothingIsNearADenseGiantOnAnAscend() {
        assertThat(evidence(request("llama-3.1-405b", "huawei-ascend-910c"))).isEmpty();
    }

    @Test
    void withoutBandwidthThereIsNoEvidenceToCompare() {
        JsonObject request = (JsonObject) JacksonJson.read(
                Path.of("docs/contract/examples/own-accelerator-without-bandwidth.request.json"));
        Optional<Json> evidence = TestCatalog.planner().estimate(request).get("evidence");

        assertThat(evidence).isEmpty();
    }

    @Test
    void pagesThatAskForNoEvidenceGetNone() {
        JsonObject request = request("deepseek-r1", "nvidia-h200-sxm-141gb");

        assertThat(CatalogPlanner.of(TestCatalog.bundle()).estimate(request).get("evidence")).isEmpty();
    }

    @Test
    void everyCaseIsEstimatedButForKnownGaps() {
        Map<String, Integer> gaps = new TreeMap<>();
        EvidenceFinder finder = EvidenceFinder.of(TestCatalog.evidence(), TestCatalog.catalog());
        for (MeasuredRow row : ROWS.rows()) {
            for (EvidenceFinder.Found found : finder.nearest(row.measurement().setting(), TestCatalog.planner())) {
                if (found.estimated().isEmpty()) {
                    gaps.merge(found.row().measurement().setting().model().id() + " "
                            + found.row().measurement().setting().device().id(), 1, Integer::sum);
                }
            }
        }

        assertThat(gaps.keySet()).containsExactlyInAnyOrder("deepseek-v3 nvidia-b200-sxm-180gb", "deepseek-v3 nvidia-gb200");
    }

    private static JsonObject request(String model, String accelerator) {
        return (JsonObject) JacksonJson.parse(
                "{\"model\": \"" + model + "\", \"accelerator\": \"" + accelerator + "\", \"gpus\": 8}");
    }

    private static List<JsonCursor> evidence(JsonObject request) {
        JsonArray array = (JsonArray) TestCatalog.planner().estimate(request).get("evidence").orElseThrow();
        List<JsonCursor> all = new ArrayList<>();
        array.items().forEach(item -> all.add(JsonCursor.of(item)));
        return all;
    }
}
