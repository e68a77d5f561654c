package dev.llmplanner.handover.zip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives are read by Java's own reader. */
class ZipTest {

    @TempDir
    private Path folder;

    @Test
    void everyFileComesBack() throws IOException {
        List<Artifact> files = files();
        Path file = folder.resolve("handover.zip");
        Files.write(file, Zip.of(files));

        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream().map(ZipEntry::getName).forEach(names::add);
            for (Artifact each : files) {
                assertThat(zip.getInputStream(zip.getEntry(each.path())).readAllBytes()).isEqualTo(each.bytes());
            }
        }
        assertThat(names).isEqualTo(files.stream().map(Artifact::path).toList());
    }

    @Test
    void aStreamReadsItToo() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Zip.of(files())), StandardCharsets.UTF_8)) {
            for (Artifact each : files()) {
                ZipEntry entry = zip.getNextEntry();
                assertThat(entry.getName()).isEqualTo(each.path());
                assertThat(zip.readAllBytes()).isEqualTo(each.bytes());
            }
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void theSameFilesGiveTheSameBytes() {
        assertThat(Zip.of(files())).isEqualTo(Zip.of(files()));
        assertThat(Zip.of(List.of())).hasSize(22);
    }

    @Test
    void checksumsAreThoseOfTheJvm() throws Exception {
        Random random = new Random(7);
        for (int length : new int[] {0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100_000}) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            CRC32 crc = new CRC32();
            crc.update(bytes);

            assertThat(Zip.crc(bytes)).isEqualTo((int) crc.getValue());
            assertThat(Sha256.of(bytes))
                    .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
    }

    private static List<Artifact> files() {
        byte[] bytes = new byte[70_000];
        new Random(3).nextBytes(bytes);
        return List.of(Artifact.of("README.md", "# plan\n"), Artifact.of("报告/报告.md", "中文 😀\n"),
                Artifact.of("empty", ""), Artifact.of("bytes.bin", bytes));
    }
}
