package dev.llmplanner.build.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    private Path root;

    @Test
    void whatIsNewDifferentOrGoneIsSeenOnce() throws IOException {
        Path style = Files.createDirectories(root.resolve("src/main/web")).resolve("app.css");
        Path words = Files.createDirectories(root.resolve("i18n")).resolve("en.json");
        Files.writeString(style, "a");
        Files.writeString(words, "{}");
        Sources sources = new Sources(root);
        Path model = Files.createDirectories(root.resolve("models-catalog/v")).resolve("m.json");

        assertThat(sources.changed()).isEmpty();
        Files.writeString(style, "ab");
        Files.writeString(model, "{}");
        Files.delete(words);

        assertThat(sources.changed()).containsExactlyInAnyOrder(style, words, model);
        assertThat(sources.changed()).isEmpty();
    }

    @Test
    void whatTheBuildWritesIsNotWatched() throws IOException {
        Sources sources = new Sources(root);
        Files.writeString(Files.createDirectories(root.resolve("target/dev")).resolve("app.js"), "x");

        assertThat(sources.changed()).isEmpty();
    }
}
