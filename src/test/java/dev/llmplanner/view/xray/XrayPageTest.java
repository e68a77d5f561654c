package dev.llmplanner.view.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class XrayPageTest {
    private static final double GIBI = 1_073_741_824;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void showsBytesTimeAndWhatBinds(String language) {
        Application application = Application.open("xray", language);

        assertThat(application.byId("chart-xray-bytes")).isNotNull();
        assertThat(application.byId("chart-xray-time")).isNotNull();
        assertThat(Markup.words(application.byId("chart-xray-bytes")))
                .contains(language.equals("en") ? "Experts touched" : "命中的专家");
    }

    @Test
    void followsTheFieldsAndKeepsThemInTheAddress() {
        Application application = Application.open("xray");
        String before = Markup.words(application.byId("chart-xray-bytes"));

        application.type("field-users", "256");

        assertThat(Markup.words(application.byId("chart-xray-bytes"))).isNotEqualTo(before);
        assertThat(application.screen().hash()).isEqualTo("xray?users=256");
        assertThat(Markup.words(Application.open("xray?users=256").byId("chart-xray-bytes")))
                .isEqualTo(Markup.words(application.byId("chart-xray-bytes")));
    }

    @Test
    void theMemoryOfAGpuIsWhatTheAnswerSaysAndFillsItsCapacity() {
        Application application = Application.open("xray");
        MemoryPerGpu memory = application.state().outcome().answer().orElseThrow().estimate().memory().orElseThrow();

        List<List<String>> rows = rows(application, "chart-xray-memory");

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).containsExactly("Sequences in decode", "Weights · GiB per GPU",
                "KV cache and state · GiB per GPU", "Activations · GiB per GPU", "Runtime overhead · GiB per GPU",
                "Free · GiB per GPU", "Reserved · GiB per GPU", "Capacity · GiB per GPU");
        assertThat(number(rows.get(2).get(2))).isCloseTo((memory.kvCacheBytes() + memory.stateBytes()) / GIBI, within(0.01));
        for (List<String> bar : rows.subList(1, 4)) {
            double sum = 0;
            for (String part : bar.subList(1, 7)) {
                sum += number(part);
            }
            assertThat(sum).isCloseTo(memory.capacityBytes() / GIBI, within(0.2));
        }
    }

    @Test
    void theRooflineHasPrefillDecodeAndTheRidgesOfTheAccelerator() {
        assertThat(rows(Application.open("xray"), "chart-xray-roofline")).extracting(row -> row.get(0))
                .containsExactly("Work", "Ridge BF16", "Ridge FP8", "Decode step", "Prefill step");
        assertThat(rows(Application.open("xray"), "chart-xray-roofline").get(2)).containsExactly("Ridge FP8", "412", "1,980");
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(",", ""));
    }

    private static List<List<String>> rows(Application application, String chart) {
        List<List<String>> rows = new ArrayList<>();
        rows(application.byId(chart), rows);
        return rows;
    }

    private static void rows(Element element, List<List<String>> rows) {
        if (element.tag().equals("tr")) {
            rows.add(element.children().stream().map(cell -> Markup.words((Element) cell)).toList());
        }
        element.children().forEach(child -> {
            if (child instanceof Element inside) {
                rows(inside, rows);
            }
        });
    }

    @Test
    void withoutSpeedItLeadsToTheCalculator() {
        Application application = Application.open("xray?gpus=4&in=8192");

        assertThat(application.words()).contains("No X-ray").contains("too little for one request");
        assertThat(rows(application, "chart-xray-memory")).hasSize(2);
        assertThat(application.find(element -> element.attribute("href")
                .filter(href -> href.startsWith("#calculator?")).isPresent())).isPresent();
    }
}
