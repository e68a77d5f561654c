package dev.llmplanner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page and the guides say one Chinese word for one thing, and set it as Chinese is set. */
class ChineseTermsTest {
    private static final Path GLOSSARY = Path.of("docs/glossary.md");
    private static final String LIST = "## 中文用词";

    /** The English word in brackets behind the Chinese one explains it. */
    private static final Pattern EXPLAINED = Pattern.compile("（(prefill|decode)[^（）]*）");

    /** Stands where a text takes a figure or a name. */
    private static final String MARK = "§";

    /** Markdown ends bold text behind punctuation only where a space follows. */
    private static final String BOLD_END = "(?<=[，。：；）])\\*\\* |(?<=\\p{IsHan})\\*\\* (?=[\\p{IsHan}§])";

    private static final Map<String, Pattern> MISTAKES = Map.of(
            "half-width punctuation behind Chinese", Pattern.compile("[\\p{IsHan}）】”][,;:?!]|\\p{IsHan}\\.(?!\\p{Alnum})"),
            "half-width punctuation before Chinese", Pattern.compile("[,;:?!] ?\\p{IsHan}"),
            "half-width brackets round Chinese", Pattern.compile("\\([^()]*\\p{IsHan}|\\p{IsHan} ?\\("),
            "straight quotes", Pattern.compile("[\"'] ?\\p{IsHan}|\\p{IsHan} ?[\"']"),
            "a space beside full-width punctuation", Pattern.compile(" [，。；：？！、（）]|[，。；：？！、（）] "),
            "a space between Chinese words", Pattern.compile("\\p{IsHan} +\\p{IsHan}"),
            "no space between Chinese and Latin", Pattern.compile("\\p{IsHan}[A-Za-z0-9]|[A-Za-z0-9]\\p{IsHan}"),
            "three full stops, or one ellipsis character alone", Pattern.compile("\\.\\.\\.|(?<!…)…(?!…)"),
            "an en dash", Pattern.compile("–"));

    @Test
    void nothingIsSaidInAWordThatTheGlossaryReplaces() throws IOException {
        List<String> wrong = wrong();
        List<String> found = new ArrayList<>();
        texts().forEach((place, text) -> {
            String plain = EXPLAINED.matcher(text).replaceAll("").replace("tokens/s", "");
            wrong.stream().filter(plain::contains).forEach(word -> found.add(place + ": " + word));
        });

        assertThat(wrong).hasSizeGreaterThan(50);
        assertThat(found).isEmpty();
    }

    @Test
    void nothingIsSetAgainstTheRulesOfChineseText() throws IOException {
        List<String> found = new ArrayList<>();
        texts().forEach((place, text) -> MISTAKES.forEach((mistake, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add(place + ": " + mistake + ": " + text);
            }
        }));

        assertThat(found).isEmpty();
    }

    /** Words of the right column. */
    private static List<String> wrong() throws IOException {
        String glossary = Files.readString(GLOSSARY);
        List<String> wrong = new ArrayList<>();
        for (String line : glossary.substring(glossary.indexOf(LIST)).split("\n")) {
            String[] cells = line.split("\\|");
            if (cells.length == 3 && !cells[2].contains("---") && !cells[2].contains("不用")) {
                wrong.addAll(List.of(cells[2].strip().split("、")));
            }
        }
        return wrong;
    }

    /** Every Chinese text by the place where it stands, without what a program reads. */
    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        ((JsonObject) JacksonJson.read(Path.of("i18n/zh-CN.json"))).members()
                .forEach((key, text) -> texts.put(key, said(((JsonString) text).value())));
        try (Stream<Path> guides = Files.walk(Path.of("docs/guides/zh-CN"))) {
            for (Path guide : guides.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
                lines(Files.readString(guide), guide.getFileName().toString(), texts);
            }
        }
        String glossary = Files.readString(GLOSSARY);
        for (String line : glossary.substring(0, glossary.indexOf(LIST)).split("\n")) {
            String[] cells = line.split("\\|");
            if (cells.length == 4) {
                texts.put("glossary " + cells[1].strip(), cells[2].strip());
            }
        }
        return texts;
    }

    /** A message with a mark for each argument, in each of its forms. */
    private static String said(String message) {
        String marked = message.replaceAll("\\{[a-zA-Z-]+(, number)?}", MARK).replace("#", MARK);
        return marked.replaceAll("(=0|other) \\{", "").replaceAll("[ ,]*\\{\\w+, plural, *|} ?", "").strip();
    }

    /** A guide by cells and paragraphs, with a mark for each figure and piece of code. */
    private static void lines(String text, String file, Map<String, String> texts) {
        String body = text.replaceAll("(?s)```.*?```", "").replaceFirst("(?s)^---.*?---\n", "");
        int number = 0;
        for (String line : body.split("\n")) {
            number++;
            String plain = line.replaceAll("`[^`]*`", MARK).replaceAll("\\]\\([^)]*\\)|\\[", "")
                    .replaceAll(BOLD_END, "").replace("*", "");
            for (String cell : plain.split("\\|")) {
                texts.merge(file + " " + number, cell.replaceFirst("^[ :#>-]+", "").strip(), (all, next) -> all + "\n" + next);
            }
        }
    }
}
