package dev.llmplanner.build.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CatalogCheckTest {

    @TestFactory
    Stream<DynamicTest> noFindingIn() throws IOException {
        CatalogCheck check = CatalogCheck.of(Facts.ROOT);
        return check.catalog().files().stream().map(file -> DynamicTest.dynamicTest(file.path(),
                () -> assertThat(check.findings(file)).isEmpty()));
    }

    @Test
    void everyFileIsReadable() {
        assertThat(Facts.CATALOG.unreadable()).isEmpty();
        assertThat(Facts.CATALOG.ids(CatalogKind.ACCELERATOR)).hasSizeGreaterThanOrEqualTo(77);
        assertThat(Facts.CATALOG.ids(CatalogKind.SERVER)).hasSizeGreaterThanOrEqualTo(58);
        assertThat(Facts.CATALOG.ids(CatalogKind.FABRIC)).hasSizeGreaterThanOrEqualTo(36);
        assertThat(Facts.CATALOG.ids(CatalogKind.MODEL)).hasSizeGreaterThanOrEqualTo(117);
    }

    @Test
    void theBuildStopsOnAWrongFactAndSaysWhatToWrite(@TempDir Path repository) throws IOException {
        copyCatalogs(repository);
        Path h200 = repository.resolve(Facts.H200);
        Files.writeString(h200, Files.readString(h200).replace("\"fp8\": 1979", "\"fp8\": 3958"));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = CatalogCheckMain.run(repository, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList()).hasSize(2).first().isEqualTo(
                Facts.H200 + ": /denseTflops/fp8 is 3958; that is the sparse figure. Use 1979.");
    }

    @Test
    void theBuildStopsOnBrokenJsonAndOnAFileInTheWrongPlace(@TempDir Path repository) throws IOException {
        copyCatalogs(repository);
        String hdr = "hardware-catalog/fabrics/ib-hdr.json";
        Files.writeString(repository.resolve(hdr), "{\"name\": \"HDR\",}");
        Files.writeString(repository.resolve("hardware-catalog/nvidia-h300.json"), "{}");

        CatalogCheck check = CatalogCheck.of(repository);

        assertThat(check.findings()).extracting(Finding::file)
                .containsExactly(hdr, "hardware-catalog/nvidia-h300.json");
    }

    @Test
    void theBuildGoesOnWithoutFindings() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(CatalogCheckMain.run(Facts.ROOT, new PrintStream(out, true, StandardCharsets.UTF_8))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("catalog files, no findings");
    }

    @Test
    void aFolderWithoutCatalogsIsNoSuccess(@TempDir Path empty) throws IOException {
        assertThat(CatalogCheckMain.run(empty, new PrintStream(new ByteArrayOutputStream()))).isEqualTo(1);
    }

    private static void copyCatalogs(Path target) throws IOException {
        for (String folder : Catalog.FOLDERS) {
            try (Stream<Path> paths = Files.walk(Facts.ROOT.resolve(folder))) {
                for (Path path : paths.toList()) {
                    Path copy = target.resolve(path.toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(path, copy);
                    }
                }
            }
        }
    }
}
