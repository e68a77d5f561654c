package dev.llmplanner.build.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AcceleratorGuideTest {

    /** The guide's example writes short lists on one line; nothing else of it may break a rule. */
    @Test
    void theExampleOfTheGuidePassesTheCheck() throws IOException {
        String guide = Files.readString(Path.of("docs/adding-an-accelerator.md"));
        String example = guide.substring(guide.indexOf("```jsonc\n") + 9, guide.indexOf("\n```\n\nA source's"));
        String json = example.lines().map(AcceleratorGuideTest::withoutComment).collect(Collectors.joining("\n"));

        CatalogFile file = CatalogFile.of("hardware-catalog/accelerators/nvidia/example.json",
                JacksonJson.pretty(JacksonJson.parse(json)));

        assertThat(CatalogCheck.of(Facts.ROOT).findings(file)).isEmpty();
    }

    private static String withoutComment(String line) {
        int comment = line.startsWith("  //") ? 0 : line.indexOf(" // ");
        return comment < 0 ? line : line.substring(0, comment);
    }
}
