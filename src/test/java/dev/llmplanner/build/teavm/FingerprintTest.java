package dev.llmplanner.build.teavm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    private Path root;

    private Path script;

    @BeforeEach
    void aScriptMadeFromOneClass() throws IOException {
        script = Files.writeString(root.resolve("page.js"), "script");
        for (String name : List.of("view/Page", "view/Unreached", "build/teavm/CompileMain", "build/teavm/LeanClasses",
                "build/teavm/EmptyMapGuard", "build/teavm/NativeConcatenation")) {
            Path file = root.resolve("dev/llmplanner/" + name + ".class");
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        fingerprint("a.jar").write(script, List.of("dev.llmplanner.view.Page", "java.lang.String"));
    }

    @Test
    void holdsWhileNothingThatTheScriptReachesChanges() throws IOException {
        Files.writeString(root.resolve("dev/llmplanner/view/Unreached.class"), "changed");

        assertThat(fingerprint("a.jar").isOf(script)).isTrue();
    }

    @Test
    void failsWhenAReachedClassOrTheCompilersSettingsChange() throws IOException {
        for (String name : List.of("view/Page", "build/teavm/CompileMain", "build/teavm/LeanClasses",
                "build/teavm/EmptyMapGuard", "build/teavm/NativeConcatenation")) {
            Path file = root.resolve("dev/llmplanner/" + name + ".class");
            String before = Files.readString(file);
            Files.writeString(file, "changed");
            assertThat(fingerprint("a.jar").isOf(script)).as(name).isFalse();
            Files.delete(file);
            assertThat(fingerprint("a.jar").isOf(script)).as(name + " gone").isFalse();
            Files.writeString(file, before);
        }
    }

    @Test
    void failsWhenTheClassPathOrTheScriptChangesOrNothingWasNoted() throws IOException {
        assertThat(fingerprint("b.jar").isOf(script)).isFalse();
        assertThat(fingerprint("a.jar").isOf(root.resolve("other.js"))).isFalse();
        Files.writeString(script, "edited");
        assertThat(fingerprint("a.jar").isOf(script)).isFalse();
    }

    private Fingerprint fingerprint(String classPath) {
        return new Fingerprint(root, classPath);
    }
}
