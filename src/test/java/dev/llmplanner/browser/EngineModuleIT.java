package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class EngineModuleIT {
    private static final String SUMMARY = "({exports: Object.keys(engine).sort(), version: engine.version,"
            + " models: Object.keys(engine.catalog().models).length, fresh: engine.catalog() !== engine.catalog()})";

    @Test
    void loadsInABrowserAsAModule(DistPages pages) {
        Page page = pages.openServed("");

        Object summary = page.evaluate("async () => { const engine = await import('./planner-engine.mjs');"
                + " return JSON.stringify(" + SUMMARY + "); }");

        assertSummary((String) summary);
    }

    @Test
    void loadsInNode() throws IOException, InterruptedException {
        assumeTrue(NodeRunner.available(), "node 18 or newer is not installed; the same calls run in Chromium");

        assertSummary(NodeRunner.run("import * as engine from '"
                + DistPages.DIST.resolve("planner-engine.mjs").toUri() + "'; console.log(JSON.stringify(" + SUMMARY + "));"));
    }

    @Test
    void isOneFileThatImportsNothing() throws IOException {
        String module = Files.readString(DistPages.DIST.resolve("planner-engine.mjs"));

        assertThat(module).doesNotContainPattern("(?m)^\\s*import[ {*'\"]").doesNotContain("import(").doesNotContain("require(");
    }

    /** The sample of docs/contract/README.md, as it stands there. */
    @Test
    void theDocumentedSampleRunsInNode() throws IOException, InterruptedException {
        assumeTrue(NodeRunner.available(), "node 18 or newer is not installed; EngineModuleDifferenceIT makes the same calls in Chromium");
        String readme = Files.readString(Path.of("docs/contract/README.md"));
        String sample = readme.substring(readme.indexOf("```js") + 5, readme.indexOf("```", readme.indexOf("```js") + 5));

        String output = NodeRunner.run(sample.replace("./planner-engine.mjs",
                DistPages.DIST.resolve("planner-engine.mjs").toUri().toString()));

        assertThat(output).containsPattern("(?m)^\\d+\\.\\d+\\.\\d+ fits \\d+\\.?\\d* 0\\.0\\d+$")
                .contains("unknown-model model", "deepseek-r1");
    }

    private static void assertSummary(String json) {
        assertThat(json).contains("\"catalog\"").contains("\"version\"").doesNotContain("\"main\"")
                .containsPattern("\"models\":[1-9]").contains("\"fresh\":true");
    }
}
