package dev.llmplanner.build.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchStylesTest {
    private static final Path ROOT = Path.of("");

    @Test
    void holdEveryFileWhole() throws IOException {
        String all = WorkbenchStyles.of(ROOT);
        for (Path file : files()) {
            assertThat(all).contains(Files.readString(file));
        }
    }

    @Test
    void refuseAFileWithoutAPlace(@TempDir Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve(WorkbenchStyles.FOLDER));
        for (Path file : files()) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        Files.writeString(folder.resolve("stray.css"), "p { margin: 0; }\n");

        assertThatThrownBy(() -> WorkbenchStyles.of(root)).hasMessageContaining("[stray.css]");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(WorkbenchStyles.FOLDER))) {
            return files.sorted().toList();
        }
    }
}
