package dev.llmplanner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between documents lead somewhere; those of guides to scenarios are checked with the guides. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    @Test
    void relativeLinksLeadToFiles() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher matcher = LINK.matcher(PageText.read(page));
            while (matcher.find()) {
                String target = matcher.group(1);
                boolean relative = !target.startsWith("https://") && !target.startsWith("#")
                        && !target.startsWith("=");
                Path directory = page.toAbsolutePath().getParent();
                if (relative && !Files.exists(directory.resolve(target.split("#")[0]).normalize())) {
                    broken.add(page + " → " + target);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(
                Path.of("README.md"), Path.of("README.zh-CN.md"), Path.of("CHANGELOG.md"), Path.of("CONTRIBUTING.md"), Path.of("calibration/README.md"),
                Path.of("measurements/README.md")));
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }
}
