package dev.llmplanner.view.plan;

import dev.llmplanner.fuzz.Fuzz;
import dev.llmplanner.fuzz.HarmlessPage;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.plan.file.PlanFile;
import dev.llmplanner.view.plan.file.Rehashed;
import dev.llmplanner.view.program.Effect;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No plan file makes the page throw or wait: neither a broken one, nor one that says of itself that it is whole. */
@Tag("slow")
class PlanFileFuzzTest {

    @Test
    void aPlanFileIsReadOrRefused() {
        Fuzz.read("plan file", 4_000, List.of(saved()), text -> PlanFile.read(text, Application.RESOURCES));
    }

    /** The hash holds, so that the reader gets to what the file says. */
    @Test
    void aPlanFileWithItsHashIsShown() {
        Application page = Application.open("plan");
        page.settle();
        int[] used = {0};
        Fuzz.read("plan file page", 500, List.of(saved()), text -> {
            if (Application.RESOURCES.json().read(text).orElse(null) instanceof JsonObject content) {
                page.send(new Files.Chosen(Rehashed.text(content, Application.RESOURCES)));
                HarmlessPage.check(page.screen().body());
                used[0]++;
            }
        });
    }

    private static String saved() {
        Application page = Application.open("plan");
        page.settle();
        page.clickButton(Application.RESOURCES.words().get("en").say("plan-file.save"));
        return page.effects().stream().filter(Effect.Download.class::isInstance)
                .map(effect -> ((Effect.Download) effect).text()).findFirst().orElseThrow();
    }
}
