package dev.llmplanner.build.check;

import static dev.llmplanner.build.check.Facts.CATALOG;
import static dev.llmplanner.build.check.Facts.H200;
import static dev.llmplanner.build.check.Facts.file;
import static dev.llmplanner.build.check.Facts.with;
import static dev.llmplanner.build.check.Facts.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFormatTest {
    private static final CatalogFormat FORMAT = new CatalogFormat(Facts.ROOT);

    @Test
    void everyFileStandsInTheFormThatTheCommandWrites() {
        assertThat(CATALOG.files()).allSatisfy(file ->
                assertThat(file.text()).as(file.path() + "; " + CatalogFormat.COMMAND).isEqualTo(FORMAT.of(file)));
    }

    @Test
    void movedKeysTabsAndAMissingNewlineAreMended() {
        CatalogFile moved = with(without(file(H200), "/status"), "/status", "\"shipping\"");
        CatalogFile untidy = CatalogFile.of(H200, moved.text().replace("  ", "\t").stripTrailing());

        assertThat(FORMAT.of(untidy)).isEqualTo(file(H200).text());
    }

    @Test
    void noFactIsLost() {
        CatalogFile wrong = with(with(file(H200), "/memory/type", "null"), "/unheardOf", "3.25e-7");

        CatalogFile written = CatalogFile.of(H200, FORMAT.of(wrong));

        assertThat(written.json()).isEqualTo(wrong.json());
        assertThat(FORMAT.of(written)).isEqualTo(written.text());
    }

    @Test
    void theCommandWritesWhatStandsOtherwiseAndNothingElse(@TempDir Path repository) throws IOException {
        copy("hardware-catalog", repository);
        Path h200 = repository.resolve(H200);
        String tidy = Files.readString(h200);
        Files.writeString(h200, tidy.replace("\n", "\n\n"));

        assertThat(run(repository)).startsWith(H200 + "\n1 of ");
        assertThat(Files.readString(h200)).isEqualTo(tidy);
        assertThat(run(repository)).startsWith("0 of ");
    }

    @Test
    void aFileThatIsNoJsonIsNamedAndLeftAlone(@TempDir Path repository) throws IOException {
        copy("hardware-catalog", repository);
        Files.writeString(repository.resolve(H200), "{");

        assertThat(run(repository)).startsWith(H200 + ": the file is not readable");
        assertThat(Files.readString(repository.resolve(H200))).isEqualTo("{");
    }

    private static String run(Path repository) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CatalogFormat(repository).write(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void copy(String folder, Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(Facts.ROOT.resolve(folder))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Files.createDirectories(target.resolve(path.toString()).getParent());
                Files.copy(path, target.resolve(path.toString()));
            }
        }
    }
}
