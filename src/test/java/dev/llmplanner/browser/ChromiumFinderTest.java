package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumFinderTest {
    @TempDir
    private Path directory;

    @Test
    void theVariableWins() throws IOException {
        Path named = executable("my-browser");
        executable("chromium");
        ChromiumFinder finder = finder(Map.of("PLANNER_CHROMIUM", named.toString(), "PATH", directory.toString()));

        assertThat(finder.find(null)).isEqualTo(named);
    }

    @Test
    void aVariableThatNamesNothingIsAnErrorNotAReasonToLookElsewhere() throws IOException {
        executable("chromium");
        ChromiumFinder finder = finder(Map.of("PLANNER_CHROMIUM", "/nowhere/chromium", "PATH", directory.toString()));

        assertThatThrownBy(() -> finder.find(null))
                .hasMessage("PLANNER_CHROMIUM is /nowhere/chromium, which is no executable file.");
    }

    @Test
    void anInstalledOneIsFoundByAnyOfItsNames() throws IOException {
        Path edge = executable("microsoft-edge");

        assertThat(finder(Map.of("PATH", "/nowhere:" + directory)).installed()).contains(edge);
    }

    private static ChromiumFinder finder(Map<String, String> environment) {
        return new ChromiumFinder(environment::get);
    }

    private Path executable(String name) throws IOException {
        Path file = Files.createFile(directory.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
