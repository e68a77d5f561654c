package dev.llmplanner.build.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DistIT {
    private static final Path DIST = Path.of("dist");

    @Test
    void theChecksumsListEveryFileAndNoOther() throws Exception {
        StringBuilder found = new StringBuilder();
        for (String name : names()) {
            if (!name.equals("SHA256SUMS")) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(DIST.resolve(name)));
                found.append(HexFormat.of().formatHex(sum)).append("  ").append(name).append('\n');
            }
        }

        assertThat(Files.readString(DIST.resolve("SHA256SUMS"))).isEqualTo(found.toString());
    }

    @Test
    void everyShippedLibraryHasItsLicence() throws IOException {
        assertThat(names()).contains("LICENSES/LICENSE", "LICENSES/preact.txt", "LICENSES/teavm.txt");
        assertThat(Files.readString(DIST.resolve("LICENSES/preact.txt"))).contains("MIT License");
    }

    @Test
    void noFileTellsWhereItWasBuilt() throws IOException {
        for (String name : names()) {
            String content = new String(Files.readAllBytes(DIST.resolve(name)), StandardCharsets.ISO_8859_1);
            assertThat(content).as(name).doesNotContain(Path.of("").toAbsolutePath().toString());
        }
    }

    @Test
    void compiledScriptsHoldNoTextThatOnlyADebuggerReads() throws IOException {
        for (String name : List.of("app.js", "planner-engine.mjs")) {
            assertThat(Files.readString(DIST.resolve(name))).as(name).doesNotContainPattern("\"[A-Z]\\w+\\[");
        }
    }

    @Test
    void theSingleFileIsMadeOfTheOthersByteForByte() throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (String name : names()) {
            if (!List.of("SHA256SUMS", "planner.html", "embed.html", "verify.html", "sbom.cdx.json").contains(name)) {
                files.put(name, Files.readAllBytes(DIST.resolve(name)));
            }
        }

        assertThat(Dist.whole(Files.readString(Path.of("src/main/web/single.html")), files))
                .isEqualTo(Files.readString(DIST.resolve("planner.html")));
    }

    @Test
    void noPolicyAllowsMoreThanItsOwnTexts() throws IOException {
        for (String page : List.of("index.html", "planner.html", "embed.html", "verify.html")) {
            Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]+)").matcher(Files.readString(DIST.resolve(page)));
            assertThat(policy.find()).isTrue();
            assertThat(policy.group(1)).as(page)
                    .startsWith("default-src 'none'; ").contains("connect-src 'none'", "base-uri 'none'", "form-action 'none'")
                    .doesNotContain("unsafe", "http", "*");
            assertThat(policy.group(1).contains("'self'")).as(page).isEqualTo(page.equals("index.html"));
        }
    }

    @Test
    void theSingleFilesCarryTheLicencesOfWhatIsInThem() throws IOException {
        for (String page : List.of("planner.html", "embed.html")) {
            assertThat(Files.readString(DIST.resolve(page))).contains("LICENSES/preact.txt\n\nThe MIT License");
        }
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(DIST)) {
            return files.filter(Files::isRegularFile).map(file -> DIST.relativize(file).toString()).sorted().toList();
        }
    }
}
