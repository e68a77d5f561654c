package dev.llmplanner.view.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.dist.PricesFile;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerBarTest {

    @ParameterizedTest
    @EnumSource(value = Route.Place.class, names = {"CALCULATOR", "PLAN"}, mode = EnumSource.Mode.EXCLUDE)
    void standsOnEveryPageThatHasNoStripOfItsOwnFromTheFirstVisitOn(Route.Place place) {
        Application application = Application.open(place.isRecord() || place == Route.Place.GUIDE ? place.code() + "/x" : place.code());

        assertThat(bar(application)).contains("Fits", "8 × NVIDIA H200", "DeepSeek-R1", "tokens/s", "TTFT", "TPOT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plan"})
    void doesNotRepeatTheStripOfThePage(String hash) {
        assertThat(Application.open(hash).find(AnswerBarTest::isBar)).isEmpty();
        assertThat(Application.open(hash).find(element -> has(element, "strip"))).isPresent();
    }

    @Test
    void followsTheScenarioAndSaysWhatItCostsOncePricesAreThere() {
        Application application = Application.open("calculator?model=llama-3.1-70b&hw=nvidia-h100-sxm5-80gb&gpus=4");
        application.send(application.hashChanged("hardware"));
        assertThat(bar(application)).contains("4 × NVIDIA H100", "Llama", "—").doesNotContain("USD");

        application.send(new Event.FileLoaded(DataFile.PRICES, PricesFile.read(Path.of(""), "test")));

        assertThat(bar(application)).contains("USD").doesNotContain("—");
        application.send(application.hashChanged("calculator?model=llama-3.1-70b&hw=nvidia-h100-sxm5-80gb&gpus=4"));
        assertThat(application.textOf("verdict")).contains("USD").doesNotContain("See the bill");
    }

    @Test
    void keepsAPlaceForEveryFigureThatIsUnknown() {
        Application known = Application.open("hardware");
        Application unknown = Application.open("calculator?model=deepseek-r1&hw=huawei-ascend-910b2&gpus=1");
        unknown.send(unknown.hashChanged("hardware"));

        assertThat(figures(unknown)).isEqualTo(figures(known));
        assertThat(bar(unknown)).contains("—");
    }

    @Test
    void saysThatAWrongFieldLeavesTheAnswerBehind() {
        Application application = Application.open("calculator");
        application.type("field-gpus", "abc");
        application.send(application.hashChanged("hardware"));

        assertThat(application.find(AnswerBarTest::isBar).orElseThrow().attribute("class").orElseThrow()).contains("stale");
        assertThat(bar(application)).contains("There is no answer yet");
    }

    private static int figures(Application application) {
        return application.find(element -> has(element, "answer-figures")).orElseThrow().children().size();
    }

    private static String bar(Application application) {
        return Markup.words(application.find(AnswerBarTest::isBar).orElseThrow());
    }

    private static boolean isBar(Element element) {
        return has(element, "answer");
    }

    private static boolean has(Element element, String name) {
        return (" " + element.attribute("class").orElse("") + " ").contains(" " + name + " ");
    }
}
