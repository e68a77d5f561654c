package dev.llmplanner.build.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourcesTest {
    @TempDir
    private Path root;

    private Path sources;
    private JavaSources java;
    private Path rate;
    private Path user;
    private Path stranger;

    @BeforeEach
    void compileAll() throws IOException {
        sources = Files.createDirectories(root.resolve("src"));
        rate = write("Rate", "final class Rate { static final int PER_SECOND = 1; static class Inner {} }");
        user = write("User", "public final class User { public static int twice() { return 2 * Rate.PER_SECOND; } }");
        stranger = write("Stranger", "final class Stranger { int rate; }");
        java = new JavaSources(sources, root.resolve("classes"), "");
        assertThat(java.compile(Set.of(rate, user, stranger))).isEmpty();
    }

    @Test
    void whoNamesAChangedTypeIsCompiledWithItAndNobodyElse() throws Exception {
        write("Rate", "final class Rate { static final int PER_SECOND = 21; }");

        assertThat(java.affected(Set.of(rate), List.of(rate, user, stranger))).containsExactly(rate, user);
        assertThat(java.compile(Set.of(rate))).isEmpty();
        assertThat(twice()).isEqualTo(42);
    }

    @Test
    void anErrorIsNamedWithItsPlace() throws IOException {
        write("Rate", "final class Rate {}");

        assertThat(java.compile(Set.of(rate))).singleElement().asString().contains("User.java:1", "PER_SECOND");
    }

    @Test
    void classesOfADeletedFileAreForgotten() throws IOException {
        Files.delete(rate);
        write("User", "public final class User { public static int twice() { return 0; } }");

        assertThat(java.compile(Set.of(rate, user))).isEmpty();
        assertThat(root.resolve("classes/Rate.class")).doesNotExist();
        assertThat(root.resolve("classes/Rate$Inner.class")).doesNotExist();
    }

    private Object twice() throws Exception {
        try (FreshClasses fresh = new FreshClasses(root.resolve("classes"), getClass().getClassLoader())) {
            return fresh.loadClass("User").getMethod("twice").invoke(null);
        }
    }

    private Path write(String type, String text) throws IOException {
        return Files.writeString(sources.resolve(type + ".java"), text);
    }
}
