package dev.llmplanner.build.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.guide.GuideFigures;
import dev.llmplanner.view.guide.GuideReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.DynamicTest;

/** The guides of the repository: each can be built, and what its sentences rely on is so. */
class GuidesTest {
    private static final Path FOLDER = Path.of("docs/guides");

    @Test
    void everyGuideCanBeBuilt() {
        JsonObject built = Guides.read(FOLDER, Application.RESOURCES, TestCatalog.prices());

        assertThat(built.members()).containsOnlyKeys("texts", "figures");
        assertThat(((JsonObject) built.get("texts").orElseThrow()).members()).containsOnlyKeys("en", "zh-CN");
    }

    @Test
    void pagesLinkToGuidesThatAreThere() {
        JsonObject texts = (JsonObject) Guides.read(FOLDER, Application.RESOURCES, TestCatalog.prices()).get("texts").orElseThrow();
        JsonObject english = (JsonObject) texts.get("en").orElseThrow();
        JsonObject messages = (JsonObject) JacksonJson.read(Path.of("i18n/en.json"));

        assertThat(messages.members().keySet()).filteredOn(key -> key.startsWith("guide-link."))
                .isNotEmpty().allSatisfy(key -> assertThat(english.members()).containsKey(key.substring("guide-link.".length())));
    }

    @TestFactory
    Stream<DynamicTest> whatSentencesRelyOnIsSo() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER.resolve("figures"))) {
            files = all.sorted().toList();
        }
        return files.stream().flatMap(file -> {
            JsonObject json = (JsonObject) JacksonJson.read(file);
            GuideReading reading = new GuideReading(Application.RESOURCES, TestCatalog.prices(), GuideFigures.read(json), "en",
                    new GuideSearcher(TestCatalog.planner(), TestCatalog.prices()));
            return statements(json).stream().map(claim -> DynamicTest.dynamicTest(
                    file.getFileName() + ": " + claim, () -> assertThat(reading.holds(claim)).as(claim).isTrue()));
        });
    }

    /** As {@link GuideReading#holds} reads them. */
    private static List<String> statements(JsonObject figures) {
        return figures.get("holds").isEmpty() ? List.of()
                : JsonCursor.of(figures).items("holds").stream().map(JsonCursor::string).toList();
    }
}
