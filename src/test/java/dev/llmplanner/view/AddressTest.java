package dev.llmplanner.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "calculator",
        "calculator?model=gpt-oss-120b&hw=amd-mi300x&gpus=4&in=8192",
        "calculator?fabric=ib-ndr&gpus=16&lang=zh-CN",
        "calculator?by=server&server=hpe-cray-xd670-h200&gpus=",
        "calculator?layout=own&ep=8",
        "models?q=qwen&sort=-total",
        "fabrics?sort.fabrics=name&lang=en",
        "model/deepseek-r1",
        "guides",
        "guide/size-your-first-deployment"
    })
    void openingAnAddressReproducesThePage(String hash) {
        Application application = Application.open(hash);

        assertThat(application.screen().hash()).isEqualTo(hash);
        assertThat(application.state().ignored()).isEmpty();
    }

    @Test
    void aFirstVisitShowsTheDefaultScenarioAnswered() {
        Application application = Application.open("");

        assertThat(application.screen().hash()).isEqualTo("calculator");
        assertThat(application.state().outcome().isCurrent()).isTrue();
        assertThat(application.state().outcome().answer()).isPresent();
    }

    @Test
    void aDamagedLinkFallsBackFieldByFieldAndSaysWhatItIgnored() {
        Application application =
                Application.open("calculator?model=nope&gpus=abc&in=4096&engine=vllm&weights=fp3&colour=red&out=%zz");

        assertThat(application.state().scenario()).isEqualTo(
                Scenario.INITIAL.with(Field.INPUT_TOKENS, "4096").with(Field.ENGINE, "vllm"));
        assertThat(application.state().ignored())
                .containsExactlyInAnyOrder("model=nope", "gpus=abc", "weights=fp3", "colour=red", "out=%zz");
        assertThat(application.textOf("link-notice")).contains("5 parts", "model=nope");
        assertThat(application.state().outcome().isCurrent()).isTrue();
    }

    @Test
    void anUnknownPageFallsBackToTheCalculatorWithANotice() {
        Application application = Application.open("prices?x=1");

        assertThat(application.state().route()).isEqualTo(Route.CALCULATOR);
        assertThat(application.state().ignored()).contains("prices");
    }

    @Test
    void guidesMayLinkWithASlash() {
        assertThat(Application.open("/guides/first").state().route()).isEqualTo(new Route(Route.Place.GUIDE, "first"));
        assertThat(Application.open("/models").state().route()).isEqualTo(Route.of(Route.Place.MODELS));
    }

    @Test
    void theChosenLanguageStandsInTheLinkAndTheBrowsersOwnDoesNot() {
        Application application = Application.open("", "zh-CN");

        assertThat(application.screen().language()).isEqualTo("zh-CN");
        assertThat(application.screen().hash()).isEqualTo("calculator");

        application.choose("language", "en");

        assertThat(application.screen().hash()).isEqualTo("calculator?lang=en");
        assertThat(application.screen().stored()).containsEntry("language", "en");
    }
}
