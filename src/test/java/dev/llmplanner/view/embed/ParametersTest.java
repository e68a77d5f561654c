package dev.llmplanner.view.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.program.Screen.Theme;
import dev.llmplanner.view.scenario.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address of a frame. */
class ParametersTest {

    @Test
    void modelHardwareAndFieldsOfALinkMakeTheScenario() {
        OpenFrame frame = OpenFrame.open("model=gpt-oss-120b&hardware=nvidia-h100-sxm5-80gb&gpus=2&users=16&weights=native");

        assertThat(frame.state().scenario().text(Field.MODEL)).isEqualTo("gpt-oss-120b");
        assertThat(frame.state().scenario().text(Field.ACCELERATOR)).isEqualTo("nvidia-h100-sxm5-80gb");
        assertThat(frame.state().scenario().text(Field.CONCURRENCY)).isEqualTo("16");
        assertThat(frame.state().outcome().isCurrent()).isTrue();
        assertThat(frame.hasId("parameter-notice")).isFalse();
    }

    @Test
    void aServerIsHardwareTooAndBringsItsGpus() {
        OpenFrame frame = OpenFrame.open("hardware=nvidia-dgx-h200");

        assertThat(frame.state().scenario().text(Field.SERVER)).isEqualTo("nvidia-dgx-h200");
        assertThat(frame.state().outcome().isCurrent()).isTrue();
    }

    @Test
    void languageAndThemeAreThoseOfTheAddressWhateverIsStored() {
        OpenFrame frame = OpenFrame.open("lang=zh-CN&theme=light");

        assertThat(frame.screen().language()).isEqualTo("zh-CN");
        assertThat(frame.screen().theme()).isEqualTo(Theme.LIGHT);
        assertThat(OpenFrame.open("").screen().theme()).isEqualTo(Theme.SYSTEM);
    }

    @ParameterizedTest
    @CsvSource({"lang=tlh, zh-CN", "theme=black, dark", "view=big, verdict", "hide=memory~price, findings",
        "origin=wiki, https://wiki.example.org", "weights=fp7, fp8-block", "size=4, hardware", "arrival=, closed-loop", "%zz, model"})
    void aWrongValueIsNamedWithWhatIsAllowed(String address, String allowed) {
        OpenFrame frame = OpenFrame.open(address.replace('~', ','));

        assertThat(frame.hasId("parameter-notice")).isTrue();
        assertThat(frame.words()).contains(address.substring(0, Math.max(3, address.indexOf('='))), allowed);
        assertThat(frame.state().outcome().isCurrent()).isTrue();
    }

    @Test
    void aWrongModelStaysInItsFieldWithTheMessageBesideItAndNoOtherAnswerTakesItsPlace() {
        OpenFrame frame = OpenFrame.open("model=deepsek-r1&view=calculator");

        assertThat(frame.hasId("error-model")).isTrue();
        assertThat(frame.words()).contains("deepseek-r1");
        assertThat(frame.hasId("verdict")).isFalse();
        assertThat(frame.hasId("parameter-notice")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"view=answer", "view=verdict", "hide=model"})
    void whereItsFieldIsNotShownTheMessageStandsAboveTheAnswer(String address) {
        OpenFrame frame = OpenFrame.open("model=deepsek-r1&" + address);

        assertThat(frame.hasId("parameter-notice")).isTrue();
        assertThat(frame.words()).contains("deepsek-r1", "deepseek-r1");
    }

    @Test
    void markupInAParameterIsShownAsItsText() {
        OpenFrame frame = OpenFrame.open("view=%3Cimg%20src%3Dx%3E&model=%3Cb%3E");

        assertThat(frame.words()).contains("<img src=x>", "<b>");
        assertThat(frame.has(element -> element.tag().equals("img") || element.tag().equals("b"))).isFalse();
    }

    @Test
    void eachPartIsLeftOutOfItsOwnAndTheOthersStay() {
        for (Part part : Part.values()) {
            OpenFrame frame = OpenFrame.open("users=20000&hide=" + part.code());
            for (Part other : Part.values()) {
                if (other != Part.LINK) {
                    assertThat(frame.has(other::is)).as("%s without %s", other, part).isEqualTo(other != part);
                }
            }
            assertThat(frame.hasId("open-planner")).isEqualTo(part != Part.LINK);
        }
    }

    @Test
    void theAnswerAloneHasNoFieldsAndTheVerdictAloneNoSections() {
        OpenFrame answer = OpenFrame.open("view=answer");
        OpenFrame verdict = OpenFrame.open("view=verdict");

        assertThat(answer.has(element -> element.tag().equals("form"))).isFalse();
        assertThat(answer.has(Part.MEMORY::is)).isTrue();
        assertThat(answer.words()).contains("DeepSeek-R1", "8 GPUs", "NVIDIA H200 SXM", "64 requests at once");
        assertThat(OpenFrame.open("view=verdict&load=rate&rate=2&hardware=nvidia-dgx-h200").words())
                .contains("NVIDIA DGX H200", "2 requests per second");
        assertThat(verdict.hasId("verdict")).isTrue();
        assertThat(verdict.has(Part.MEMORY::is)).isFalse();
    }

    @Test
    void linksLeadIntoThePlannerInAWindowOfTheirOwn() {
        OpenFrame frame = OpenFrame.open("users=17");

        assertThat(frame.links()).isNotEmpty().allMatch(link -> link.startsWith("https://plan.example.org/index.html#"))
                .anyMatch(link -> link.endsWith("#calculator?users=17"));
    }

    @Test
    void nothingIsStoredAndTheAddressStaysAsItIs() {
        OpenFrame frame = OpenFrame.open("users=17&view=verdict");
        frame.send(new Event.FieldTyped(Field.CONCURRENCY, "5"));

        assertThat(frame.screen().hash()).isEqualTo("users=17&view=verdict");
        assertThat(frame.screen().stored()).containsExactly(Map.entry("theme", "dark"));
    }

    @Test
    void anotherAddressIsAnotherCalculator() {
        OpenFrame frame = OpenFrame.open("users=17&theme=dark");

        frame.readdress("gpus=16");

        assertThat(frame.state().scenario().text(Field.CONCURRENCY)).isEqualTo("64");
        assertThat(frame.state().scenario().text(Field.GPUS)).isEqualTo("16");
        assertThat(frame.screen().theme()).isEqualTo(Theme.SYSTEM);
    }

    @Test
    void startingOverReturnsToWhatTheAddressNames() {
        OpenFrame frame = OpenFrame.open("users=17");
        frame.send(new Event.FieldTyped(Field.CONCURRENCY, "5"));

        frame.send(new EmbedEvents.StartedOver());

        assertThat(frame.state().scenario().text(Field.CONCURRENCY)).isEqualTo("17");
    }
}
