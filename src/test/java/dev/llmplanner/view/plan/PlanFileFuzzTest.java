package dev.llmplanner.view.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.fuzz.Fuzz;
import dev.llmplanner.fuzz.HarmlessPage;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.plan.file.PlanFile;
import dev.llmplanner.view.plan.file.Rehashed;
import dev.llmplanner.view.program.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Found by 64,000 inputs: an engine that has no name ended the page's event. */
    @Test
    void aPlanOfAnEngineWithoutANameIsNotTaken() {
        Application page = Application.open("plan");
        page.settle();
        JsonObject content = (JsonObject) Application.RESOURCES.json().read(saved()).orElseThrow();
        List<Json> plans = JsonCursor.of(content).items("plans").stream()
                .map(plan -> (Json) with((JsonObject) plan.value(), "engine", new JsonString("１２"))).toList();

        page.send(new Files.Chosen(Rehashed.text(with(content, "plans", new JsonArray(plans)), Application.RESOURCES)));

        assertThat(page.words()).contains(Application.RESOURCES.words().get("en").say("plan-file-problem.not-a-plan"));
    }

    /** Found by 8,000 inputs: a currency that has no name ended the page's event. */
    @Test
    void aPlanInACurrencyWithoutANameIsNotTaken() {
        Application page = Application.open("plan");
        page.settle();
        JsonObject content = (JsonObject) Application.RESOURCES.json().read(saved()).orElseThrow();
        List<Json> plans = JsonCursor.of(content).items("plans").stream().map(plan -> (Json) with((JsonObject) plan.value(), "cost",
                with(plan.at("cost").object(), "currency", new JsonString("US..D")))).toList();

        page.send(new Files.Chosen(Rehashed.text(with(content, "plans", new JsonArray(plans)), Application.RESOURCES)));

        assertThat(page.words()).contains(Application.RESOURCES.words().get("en").say("plan-file-problem.not-a-plan"));
    }

    private static JsonObject with(JsonObject object, String member, Json value) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        members.put(member, value);
        return new JsonObject(members);
    }

    private static String saved() {
        Application page = Application.open("plan");
        page.settle();
        page.clickButton(Application.RESOURCES.words().get("en").say("plan-file.save"));
        return page.effects().stream().filter(Effect.Download.class::isInstance)
                .map(effect -> ((Effect.Download) effect).text()).findFirst().orElseThrow();
    }
}
