package dev.llmplanner.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** English and Chinese say the same things, everything that is said is written, and everything written is said. */
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/llmplanner");
    private static final Map<String, String> ENGLISH = messages("en");
    private static final Map<String, String> CHINESE = messages("zh-CN");

    /** A key in code: lower-case words with dots between them. */
    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)+)\"");

    /** The beginning of a family of keys whose ends come from the catalog or the contract. */
    private static final Pattern FAMILY = Pattern.compile("\"([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)*\\.)\"");

    /** Names, units, patterns and terms of the field that are the same in both languages. */
    private static final Pattern SAME = Pattern.compile("unit\\..*|record-unit\\..*|option\\..*|choice\\.engine\\..*"
            + "|choice\\.weights\\..*|choice\\.kv\\..*|format\\..*|attention\\..*|value\\.kind\\..*|language\\..*"
            + "|filter\\.(band|precision)\\..*|guide-unit\\.TBps|guide\\.machine|guide-bottleneck\\.prefill"
            + "|answer\\.gpus|key\\..*|model-layout\\..*|model\\.million|operator-kind\\..*|operator\\..*|phase\\..*|fact\\.(fp|bf|tf|int|mxfp)\\d+|memory\\.(gib|kv-cache)"
            + "|validator-column\\.t[pt][fo]t|preset\\.rag|work\\.sign|explain\\.unit\\..*|chart\\.save-.*|kv\\.title|money\\.plain\\.bare|hardware\\.head\\.flop-per-byte|band\\.range|figure\\.absent|app\\.title-of"
            + "|handover-report\\.(amount|unit-watts)|handover-price-unit\\.(terabyte|kilowatt-hour)|handover-part\\.pue|handover-tab\\.(kubernetes|compose)"
            + "|plan\\.(servers|at-least|ranks|unranked)|plan-unit\\.(kilowatts|rack-units)|plan-part\\.pue|plan-fact\\.tdpWatts");

    /** Literals that look like keys and are not: files, and places in a request or a result. */
    private static final Pattern OTHER = Pattern.compile(
            ".*\\.(js|json|css|html|sh|yaml|md|csv|xlsx|xml|rels|py)|status\\.podIP|precision\\..*|layout\\.(tensor|pipeline|expert|attention).*|workload\\..*|(latency|throughput|bandwidth|memoryPerGpu|kvCache|budget|slo|redundancy)\\..*|gpus\\.label|plan\\.request");

    @Test
    void bothLanguagesHaveTheSameKeysInTheSameOrder() {
        assertThat(CHINESE.keySet()).containsExactlyElementsOf(ENGLISH.keySet());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        ENGLISH.forEach((key, text) -> assertThat(Message.parse(CHINESE.get(key)).arguments())
                .as(key).isEqualTo(Message.parse(text).arguments()));
    }

    @Test
    void noChineseTextIsStillEnglish() {
        assertThat(ENGLISH.keySet().stream()
                        .filter(key -> ENGLISH.get(key).equals(CHINESE.get(key)))
                        .filter(key -> !SAME.matcher(key).matches()))
                .isEmpty();
    }

    @Test
    void chineseSentencesHaveFullWidthPunctuation() {
        assertThat(CHINESE.values().stream().filter(text -> text.matches(".*\\p{IsHan}[,;:?!.].*"))).isEmpty();
    }

    @Test
    void everyKeyInCodeIsWritten() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String source : speaking()) {
            Matcher matcher = KEY.matcher(source);
            while (matcher.find()) {
                String key = matcher.group(1);
                if (!ENGLISH.containsKey(key) && !OTHER.matcher(key).matches()) {
                    missing.add(key);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyWrittenKeyIsUsed() throws IOException {
        String all = String.join("\n", speaking());
        List<String> families = new ArrayList<>();
        Matcher matcher = FAMILY.matcher(all);
        while (matcher.find()) {
            families.add(matcher.group(1));
        }

        assertThat(ENGLISH.keySet().stream()
                        .filter(key -> !all.contains("\"" + key + "\""))
                        .filter(key -> families.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    /** What names messages: the page, the ring whose texts it says, and the page without a script. */
    private static List<String> speaking() throws IOException {
        List<String> all = new ArrayList<>(sources("view", "browser", "handover"));
        all.add(Files.readString(SOURCES.resolve("build/dist/VerifyPage.java")));
        return all;
    }

    static List<String> sources() throws IOException {
        return sources("view", "browser");
    }

    private static List<String> sources(String... rings) throws IOException {
        List<String> sources = new ArrayList<>();
        for (String ring : rings) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(ring))) {
                for (Path file : files.filter(name -> name.toString().endsWith(".java")).sorted().toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }

    private static Map<String, String> messages(String language) {
        Map<String, String> messages = new LinkedHashMap<>();
        ((JsonObject) JacksonJson.read(Path.of("i18n", language + ".json"))).members()
                .forEach((key, text) -> messages.put(key, ((JsonString) text).value()));
        return messages;
    }
}
