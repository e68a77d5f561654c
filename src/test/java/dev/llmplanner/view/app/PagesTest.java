package dev.llmplanner.view.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.dist.CatalogBundle;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.program.Effect;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final JsonObject DETAILS = CatalogBundle.read(Path.of(""), "test").details();

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyRecordHasAPageWithAllItsSources(String language) {
        for (Route.Place place : Route.Place.values()) {
            if (!place.isRecord()) {
                continue;
            }
            JsonObject records = (JsonObject) DETAILS.get(place.collection()).orElseThrow();
            for (Map.Entry<String, Json> record : records.members().entrySet()) {
                Application application = Application.open(new Route(place, record.getKey()).path(), language);
                application.send(new Event.FileLoaded(DataFile.DETAILS, DETAILS));

                int sources = ((JsonObject) ((JsonObject) record.getValue()).get("sources").orElseThrow())
                        .members().size();
                assertThat(application.find(element -> element.attribute("class").filter("sources"::equals).isPresent())
                                .orElseThrow().children())
                        .as(record.getKey()).hasSize(sources);
            }
        }
    }

    @Test
    void everyKeyOfTheCatalogHasALabelInBothLanguages() {
        Set<String> unlabelled = new TreeSet<>();
        for (Json tree : new Json[] {Application.RESOURCES.bundle(), DETAILS}) {
            for (String kind : new String[] {"models", "accelerators", "servers", "fabrics"}) {
                ((JsonObject) ((JsonObject) tree).get(kind).orElseThrow()).members().values()
                        .forEach(record -> collect(record, unlabelled));
            }
        }

        assertThat(unlabelled).isEmpty();
    }

    @Test
    void aFactLeadsToItsSource() {
        Application application = Application.open("accelerator/nvidia-h200-sxm-141gb");
        assertThat(application.effects()).anyMatch(effect -> effect instanceof Effect.Load load
                && load.file().equals("details.js"));
        application.send(new Event.FileLoaded(DataFile.DETAILS, DETAILS));

        application.click(element -> element.attribute("class").filter("ref"::equals).isPresent());

        assertThat(application.effects().get(0)).isInstanceOf(Effect.Focus.class);
        assertThat(application.words()).contains("139.8 GiB", "4,800 GB/s", "USD", "sparse");
    }

    @Test
    void allDevicesServersAndFabricsStandInTheTables() {
        assertThat(rows(Application.open("hardware"))).isEqualTo(
                Application.RESOURCES.planner().catalog().accelerators().size());
        assertThat(rows(Application.open("servers"))).isEqualTo(
                Application.RESOURCES.planner().catalog().servers().size());
        assertThat(rows(Application.open("fabrics"))).isEqualTo(
                Application.RESOURCES.planner().catalog().fabrics().size());
    }

    @Test
    void theSlashWantsTheSearchOnlyWhereThereIsOne() {
        PlannerProgram program = new PlannerProgram(Application.RESOURCES);

        assertThat(program.keyPressed(Application.open("models").state(), "/")).isPresent();
        assertThat(program.keyPressed(Application.open("").state(), "/")).isEmpty();
    }

    @Test
    void aRecordThatDoesNotExistIsSaidToBeAbsent() {
        assertThat(Application.open("model/gpt-9").words()).contains("There is no record “gpt-9”.");
    }

    private static int rows(Application application) {
        String page = Markup.of(application.screen().body());
        return (page.length() - page.replace("data-id=", "").length()) / "data-id=".length();
    }

    private static void collect(Json json, Set<String> unlabelled) {
        if (json instanceof JsonObject object) {
            object.members().forEach((key, value) -> {
                boolean ofPointers = key.equals("provenance") || key.equals("fieldNotes") || key.equals("sources");
                if (!ofPointers) {
                    if (!Application.RESOURCES.words().get("en").knows("fact." + key)) {
                        unlabelled.add(key);
                    }
                    collect(value, unlabelled);
                }
            });
        } else if (json instanceof JsonArray array) {
            array.items().forEach(item -> collect(item, unlabelled));
        }
    }
}
