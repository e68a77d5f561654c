package dev.llmplanner.view.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.scenario.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {

    @Test
    void whatIsTypedInOneGoIsOneStep() {
        Application application = Application.open("");
        for (String text : List.of("", "1", "16")) {
            application.type("field-gpus", text);
        }
        application.type("field-in", "2048");

        application.press("Ctrl+z");
        assertThat(application.state().scenario().text(Field.INPUT_TOKENS)).isEqualTo(Field.INPUT_TOKENS.initial());
        assertThat(application.state().scenario().text(Field.GPUS)).isEqualTo("16");
        application.press("Ctrl+z");
        assertThat(application.state().scenario().text(Field.GPUS)).isEqualTo("8");
        application.press("Ctrl+z");
        application.press("Ctrl+y");
        application.press("Ctrl+Shift+z");
        assertThat(application.screen().hash()).isEqualTo("calculator?gpus=16&in=2048");
    }

    @Test
    void theAnswerFollowsAWrongTextToo() {
        Application application = Application.open("");
        application.type("field-gpus", "abc");
        application.choose("field-weights", "fp8");
        assertThat(application.state().outcome().isCurrent()).isFalse();

        application.press("Ctrl+z");
        application.press("Ctrl+z");

        assertThat(application.state().outcome().isCurrent()).isTrue();
        assertThat(application.words()).contains("Taken back.");
    }

    @Test
    void goingToAnotherPageIsNoStepAndUndoGoesToWhereTheChangeWasMade() {
        Application application = Application.open("");
        application.type("field-gpus", "16");
        application.send(application.hashChanged("hardware"));

        application.press("Ctrl+z");

        assertThat(application.state().route()).isEqualTo(Route.CALCULATOR);
        assertThat(application.screen().hash()).isEqualTo("calculator");
        assertThat(application.effects()).contains(new Effect.Focus("heading"));
    }

    /** A field of each page that has some, by its address before and after. */
    @ParameterizedTest
    @CsvSource({
        "models, search, qwen",
        "hardware, search, h200",
        "handover, entry-replicas, 3",
        "matrix, entry-in, 2048",
        "validator, entry-in, 2048",
        "plan, entry-in, 900"})
    void whatIsTypedOnAnyPageIsTakenBackAndMadeAgain(String page, String field, String text) {
        Application application = Application.open(page);
        application.settle();
        String before = application.screen().hash();
        application.type(field, text);
        String after = application.screen().hash();
        assertThat(after).isNotEqualTo(before).contains(text);

        application.press("Ctrl+z");
        assertThat(application.screen().hash()).isEqualTo(before);
        application.press("Ctrl+y");
        assertThat(application.screen().hash()).isEqualTo(after);
    }

    @Test
    void resetIsAStepOfEveryPage() {
        Application application = Application.open("models?q=qwen");
        application.click(element -> element.attribute("id").filter("tool-reset"::equals).isPresent());
        assertThat(application.screen().hash()).isEqualTo("models");

        application.press("Ctrl+z");

        assertThat(application.screen().hash()).isEqualTo("models?q=qwen");
    }

    @Test
    void aRecordOfOnesOwnComesBackAndIsKeptAgain() {
        Application application = Application.open("own-hardware?copy=accelerators/nvidia-h200-sxm-141gb");
        application.submit();
        int own = application.state().inputs().size();
        application.fire(application.byId("own-keep"), "change", DomEvent.ticked(true));
        String kept = application.screen().stored().toString();
        assertThat(kept).contains("own:");

        application.press("Ctrl+z");
        assertThat(application.state().inputs()).hasSize(own);
        assertThat(application.find(element -> element.attribute("id").filter("own-form-title"::equals).isPresent())).isPresent();
        assertThat(application.screen().stored().toString()).doesNotContain("own:");
        application.press("Ctrl+y");
        assertThat(application.screen().stored()).hasToString(kept);
    }

    @Test
    void nothingIsTakenBackWhereNothingWasEntered() {
        Application application = Application.open("");
        application.send(application.hashChanged("guides"));
        application.send(application.hashChanged("calculator"));

        assertThat(History.of(application.state()).past()).isEmpty();
        application.press("Ctrl+z");
        assertThat(application.words()).doesNotContain("Taken back.");
    }

    @Test
    void theWorkbenchTakesOverWhatCanBeTakenBack() {
        Application first = Application.open("");
        first.type("field-gpus", "16");
        first.choose("field-weights", "fp8");
        first.press("Ctrl+z");

        Application next = Application.open(Application.RESOURCES, first.handOver());
        next.press("Ctrl+z");
        assertThat(next.state().scenario().text(Field.GPUS)).isEqualTo("8");
        next.press("Ctrl+y");
        next.press("Ctrl+y");
        assertThat(next.screen().hash()).isEqualTo("calculator?weights=fp8&gpus=16");
    }

    @Test
    void recentScenariosAreListedOncePerModelAndHardwareAndForgottenOnDemand() {
        Application application = Application.open("");
        application.type("field-gpus", "16");
        application.type("field-in", "2048");
        application.send(application.hashChanged("calculator?model=llama-3.1-70b&gpus=4"));
        assertThat(Recent.of(application.state())).hasSize(2);

        Application next = Application.open(Application.RESOURCES,
                new Start("", List.of("en"), application.screen().stored(), false, Optional.empty()));
        next.send(new Dialogs.Wanted(Dialogs.RECENT));
        assertThat(next.textOf(Dialogs.RECENT)).contains("Llama 3.1 70B", "DeepSeek-R1", "GPUs: 16", "Forget all");
        assertThat(next.find(element -> element.attribute("href").filter("#calculator?gpus=16&in=2048"::equals).isPresent()))
                .isPresent();
        next.clickButton("Forget all");
        assertThat(next.textOf(Dialogs.RECENT)).contains("No scenario yet");
        assertThat(next.screen().stored()).doesNotContainKey("recent");
    }

    @Test
    void whereNothingIsStoredThereIsNoList() {
        Application application = Application.open(Application.RESOURCES,
                new Start("", List.of("en"), Map.of(), false, false, Optional.empty()));
        application.type("field-gpus", "16");
        application.send(new Dialogs.Wanted(Dialogs.RECENT));

        assertThat(application.textOf(Dialogs.RECENT)).contains("remembers nothing");
    }
}
