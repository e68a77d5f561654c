package dev.llmplanner.view.handover;

import dev.llmplanner.fuzz.Fuzz;
import dev.llmplanner.fuzz.HarmlessPage;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.plan.file.Rehashed;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No plan file makes the handover and its report throw or wait, also where its hash holds. */
@Tag("slow")
class HandoverFileFuzzTest {
    @Test
    void aPlanFileWithItsHashIsHandedOverOrRefused() throws IOException {
        Application page = HandoverPageTest.open("handover", "en");
        page.send(new PlanOpening.Given(HandoverPageTest.planFile()));
        page.clickButton("Report");
        Fuzz.read("plan file handed over", 750, List.of(HandoverPageTest.planFile()), text -> {
            if (Application.RESOURCES.json().read(text).orElse(null) instanceof JsonObject content) {
                page.send(new PlanOpening.Given(Rehashed.text(content, Application.RESOURCES)));
                HarmlessPage.check(page.screen().body());
            }
        });
    }
}
