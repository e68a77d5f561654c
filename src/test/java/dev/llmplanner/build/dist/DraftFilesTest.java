package dev.llmplanner.build.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That dist itself can't reload is what DistIT asks of its policy. */
class DraftFilesTest {

    @Test
    void aDraftMayAskItsServerAndNobodyElse() throws IOException {
        String own = Files.readString(Path.of("src/main/web/index.html"));

        String draft = DraftFiles.reloading(own);

        assertThat(own).doesNotContain("reload.js").contains("connect-src 'none'");
        assertThat(draft).contains("connect-src 'self'", "<script defer src=\"reload.js\"></script>").doesNotContain("connect-src 'none'");
    }

    @Test
    void aPageWithoutThatPolicyIsRefused() {
        assertThatThrownBy(() -> DraftFiles.reloading("<head></head>")).hasMessageContaining("connect-src");
    }
}
