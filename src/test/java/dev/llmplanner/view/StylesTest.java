package dev.llmplanner.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several people append to the style sheets: a block that isn't closed would swallow those after it. */
class StylesTest {

    @ParameterizedTest
    @MethodSource("sheets")
    void everyPartBeginsOutsideOfAnyBlock(Path file) throws IOException {
        int depth = 0;
        for (String line : Files.readString(file).split("\n")) {
            if (line.startsWith("/*")) {
                assertThat(depth).as(line).isZero();
            }
            depth += line.chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum();
        }
        assertThat(depth).isZero();
    }

    static Stream<Path> sheets() throws IOException {
        return Files.walk(Path.of("src/main/web")).filter(file -> file.toString().endsWith(".css"));
    }
}
