package dev.llmplanner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both READMEs say the same, with the accuracy that the calibration wrote last. */
class ReadmeTest {
    private static final Path ENGLISH = Path.of("README.md");
    private static final Path CHINESE = Path.of("README.zh-CN.md");
    private static final Path ACCURACY = Path.of("docs/accuracy.md");
    private static final int LARGEST_IMAGE = 60_000;

    @Test
    void bothHaveTheSamePartsInTheSameOrder() throws IOException {
        assertThat(shape(CHINESE)).isEqualTo(shape(ENGLISH));
        assertThat(all(CHINESE, "(?ms)^ *```.*?^ *```")).isEqualTo(all(ENGLISH, "(?ms)^ *```.*?^ *```"));
    }

    @Test
    void bothLeadToTheSamePlaces() throws IOException {
        assertThat(links(CHINESE)).containsExactlyInAnyOrderElementsOf(links(ENGLISH));
        assertThat(all(CHINESE, "`[^`\n]+`")).containsExactlyInAnyOrderElementsOf(all(ENGLISH, "`[^`\n]+`"));
    }

    @ParameterizedTest
    @CsvSource({"README.md, en", "README.zh-CN.md, zh-CN"})
    void thePicturesAreThereAndSmall(String page, String language) throws IOException {
        List<String> pictures = all(Path.of(page), "(?<=\\]\\()docs/images/[^)]+");

        assertThat(pictures).isNotEmpty().allMatch(picture -> picture.endsWith("-" + language + ".png"));
        for (String picture : pictures) {
            assertThat(Files.size(Path.of(picture))).as(picture).isBetween(1_000L, (long) LARGEST_IMAGE);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "README.md | Error, median and mean | TPOT, one configuration left out | TPOT, one model family left out | TTFT, one configuration left out "
                + "| Throughput, one configuration left out | Measurements inside the 80 % band (TPOT)",
        "README.zh-CN.md | 误差：中位数与平均值 | TPOT，留出一组配置 | TPOT，留出一个模型系列 | TTFT，留出一组配置 | 吞吐，留出一组配置 | 落在 80 % 区间内的实测值（TPOT）"})
    void theTableIsThatOfTheAccuracyPage(
            String page, String head, String tpot, String family, String ttft, String throughput, String band) throws IOException {
        List<String> cell = cells("| one cell |");
        List<String> families = cells("| one model family |");
        String table = "| | " + head + " |\n|---|--:|\n" + row(tpot, cell.get(2), cell.get(3)) + row(family, families.get(2), families.get(3))
                + row(ttft, cell.get(8), cell.get(9))
                + "| " + throughput + " | " + cells("| Measured throughput, steady state, one cell left out").get(1) + " |\n"
                + "| " + band + " | " + cells("| 80 % bands cover").get(1) + " |\n";
        Path file = Path.of(page);
        String text = Files.readString(file);
        String open = text.substring(text.indexOf("<!-- accuracy:"), text.indexOf("-->", text.indexOf("<!-- accuracy:")) + 4);
        String written = text.substring(0, text.indexOf(open) + open.length()) + "\n" + table + "\n"
                + text.substring(text.indexOf("<!-- /accuracy -->"));
        if (Boolean.getBoolean("figures.update")) {
            Files.writeString(file, written);
        }

        assertThat(Files.readString(file)).as("-Dfigures.update=true writes it anew").isEqualTo(written);
    }

    private static String row(String name, String median, String mean) {
        return "| " + name + " | " + median + ", " + mean + " |\n";
    }

    /** The cells of the first row of the accuracy page that begins so. */
    private static List<String> cells(String begin) throws IOException {
        String line = Files.readAllLines(ACCURACY).stream().filter(row -> row.startsWith(begin)).findFirst().orElseThrow();
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(1).split("\\|")) {
            cells.add(cell.strip());
        }
        return cells;
    }

    /** What each line is: a heading of a level, an item, a row, a picture, a block's fence, or prose. */
    private static List<String> shape(Path page) throws IOException {
        List<String> shape = new ArrayList<>();
        for (String line : Files.readAllLines(page)) {
            Matcher begin = Pattern.compile("^(#+ |- |\\||!\\[| *```|<!--)").matcher(line);
            if (begin.find()) {
                shape.add(begin.group(1));
            }
        }
        return shape;
    }

    private static List<String> links(Path page) throws IOException {
        return all(page, "(?<=\\]\\()[^)]+").stream().map(link -> link.replaceAll("README(\\.zh-CN)?\\.md$", "README")
                .replaceAll("-(en|zh-CN)\\.png$", "")).toList();
    }

    private static List<String> all(Path page, String pattern) throws IOException {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(page));
        while (matcher.find()) {
            all.add(matcher.group());
        }
        return all;
    }
}
