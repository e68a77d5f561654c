package dev.llmplanner.view.xray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import dev.llmplanner.view.node.Markup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class XrayPageTest {

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
    void withoutSpeedItLeadsToTheCalculator() {
        Application application = Application.open("xray?gpus=4&in=8192");

        assertThat(application.words()).contains("No X-ray");
        assertThat(application.find(element -> element.attribute("href")
                .filter(href -> href.startsWith("#calculator?")).isPresent())).isPresent();
    }
}
