package dev.llmplanner.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that a person has approved. Where one has moved on purpose, {@code -Dgoldens.update=true} writes it anew, and its
 * diff is the review.
 */
public final class Approval {

    private static final Path FOLDER = Path.of("src/test/resources/golden/handover");
    private static final boolean UPDATE = Boolean.getBoolean("goldens.update");

    private Approval() {}

    public static void verify(String path, String text) throws IOException {
        Path file = FOLDER.resolve(path);
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).exists();
        assertThat(text).as(path).isEqualTo(Files.readString(file));
    }
}
