package dev.llmplanner.build.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonTexts;
import dev.llmplanner.build.message.JvmWords;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.app.CalculatorEdition;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.scenario.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first load: the Calculator with its own messages alone, and the hand-over to the workbench. */
class FirstLoadTest {
    private static final MessageFiles MESSAGES = new MessageFiles(Path.of("i18n"));

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theCalculatorSaysNothingThatTheFirstLoadLeavesOut(String language) {
        for (var model : TestCatalog.planner().catalog().models()) {
            for (String hardware : new String[] {"nvidia-h200-sxm-141gb", "huawei-ascend-910b2", "nvidia-l40s"}) {
                for (String gpus : new String[] {"", "1", "16"}) {
                    Application application =
                            open("calculator?model=" + model.id() + "&hw=" + hardware + "&gpus=" + gpus, language);
                    assertThat(application.words()).isNotBlank();
                }
            }
        }
        Application application = open("calculator?layout=own&nonsense=1", language);
        for (Field field : Field.ALL) {
            if (application.state().scenario().shows(field)
                    && application.find(element -> element.attribute("id").filter(("field-" + field.key())::equals)
                            .isPresent()).filter(element -> element.listeners().containsKey("input")).isPresent()) {
                application.type("field-" + field.key(), "-7");
                assertThat(application.words()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Route.Place.class, names = "CALCULATOR", mode = EnumSource.Mode.EXCLUDE)
    void everyOtherPageIsHandedOverAndKeepsItsAddress(Route.Place place) {
        String hash = place.isRecord() || place == Route.Place.GUIDE ? place.code() + "/some-id" : place.code() + "?q=qwen";
        Application application = open(hash, "en");

        assertThat(application.effects()).anyMatch(effect -> effect instanceof Effect.HandOver handOver
                && handOver.file().equals("workbench.js"));
        assertThat(application.screen().hash()).isEqualTo(hash);
        assertThat(application.state().ignored()).isEmpty();
    }

    @Test
    void theWorkbenchGoesOnWithWhatWasTypedEvenIfItIsWrong() {
        Application first = open("calculator?model=gpt-oss-120b", "en");
        first.type("field-gpus", "abc");
        first.send(first.hashChanged("models?q=qwen"));

        Application next = Application.open(Application.RESOURCES, first.handOver());

        assertThat(next.screen().hash()).isEqualTo("models?q=qwen");
        assertThat(next.state().scenario().text(Field.MODEL)).isEqualTo("gpt-oss-120b");
        assertThat(next.state().scenario().text(Field.GPUS)).isEqualTo("abc");
    }

    @Test
    void theFocusGoesToTheHeadingOnlyOfAPageThatTheReaderWentTo() {
        Application gone = open("calculator", "en");
        gone.send(gone.hashChanged("models"));

        assertThat(Application.open(Application.RESOURCES, gone.handOver()).effects()).contains(new Effect.Focus("heading"));
        assertThat(Application.open(Application.RESOURCES, open("models", "en").handOver()).effects())
                .doesNotContain(new Effect.Focus("heading"));
    }

    @Test
    void whatWasTypedIsTakenBackHereAndAfterTheHandOver() {
        Application first = open("calculator", "en");
        first.type("field-gpus", "16");
        first.choose("field-weights", "fp8");
        first.press("Ctrl+z");
        assertThat(first.screen().hash()).isEqualTo("calculator?gpus=16");
        assertThat(first.words()).contains("Taken back.");

        first.send(first.hashChanged("models"));
        Application next = Application.open(Application.RESOURCES, first.handOver());
        next.press("Ctrl+z");
        assertThat(next.screen().hash()).isEqualTo("calculator");
        next.press("Ctrl+y");
        next.press("Ctrl+y");
        assertThat(next.state().scenario().text(Field.WEIGHTS)).isEqualTo("fp8");
    }

    @Test
    void theKeysAreShownByTheWorkbenchOverTheSameScenario() {
        Application first = open("calculator", "en");
        first.type("field-gpus", "16");
        first.press("?");
        assertThat(first.effects()).anyMatch(effect -> effect instanceof Effect.HandOver);

        Application next = Application.open(Application.RESOURCES, first.handOver());
        assertThat(next.screen().hash()).isEqualTo("calculator?gpus=16");
        assertThat(next.effects()).contains(new Effect.OpenDialog("help"));
        assertThat(next.words()).contains("Shift");
    }

    private static Application open(String hash, String language) {
        Resources resources = new Resources(TestCatalog.planner(), TestCatalog.bundle(),
                Map.of(language, JvmWords.of(language, MESSAGES.firstLoad(language))), JvmWords::of,
                new JacksonTexts(), new CalculatorEdition());
        return Application.open(resources, new Start(hash, List.of(language), Map.of(), false, Optional.empty()));
    }
}
