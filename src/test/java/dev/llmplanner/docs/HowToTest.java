package dev.llmplanner.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.build.check.CatalogCheck;
import dev.llmplanner.build.dist.CatalogBundle;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.build.message.JvmWords;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.chart.Chart;
import dev.llmplanner.view.chart.ChartFigure;
import dev.llmplanner.view.chart.ChartTable;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who does what a how-to says gets what it promises: the text that is tried is the page's own. */
class HowToTest {
    private static final Pattern FILE = Pattern.compile("`([\\w.-]+\\.(?:java|json))`");

    @TempDir
    private Path copy;

    @Test
    void theModelOfThePageCanBeAddedAndEstimated() throws IOException {
        copyCatalogs();
        Path own = copy.resolve("models-catalog/alibaba-qwen/qwen3.5-397b-a17b.json");
        Files.delete(own);
        assertThatThrownBy(() -> verdict("qwen3.5-397b-a17b", "nvidia-h200-sxm-141gb", "vllm"))
                .hasMessageContaining("is not in the catalog");

        Files.writeString(own, block("docs/adding-a-model.md", "json", 0));

        assertThat(CatalogCheck.of(copy).findings()).isEmpty();
        assertThat(verdict("qwen3.5-397b-a17b", "nvidia-h200-sxm-141gb", "vllm")).isIn("fits", "tight");
    }

    @Test
    void theAcceleratorOfThePageCanBeAddedAndEstimated() throws IOException {
        copyCatalogs();
        StringBuilder json = new StringBuilder();
        block("docs/adding-an-accelerator.md", "jsonc", 0).lines().forEach(line -> {
            int comment = line.startsWith("  //") ? 0 : line.indexOf(" // ");
            json.append(comment < 0 ? line : line.substring(0, comment)).append('\n');
        });
        Files.writeString(copy.resolve("hardware-catalog/accelerators/nvidia/example-h200.json"),
                JacksonJson.pretty(JacksonJson.parse(json.toString())));

        assertThat(CatalogCheck.of(copy).findings()).isEmpty();
        assertThat(verdict("deepseek-r1", "example-h200", "vllm")).isIn("fits", "tight");
    }

    /** In place of MindIE, whose name the code knows. */
    @Test
    void theConstantsOfThePageLetAnEngineAnswer() throws IOException {
        copyCatalogs();
        List<Json> added = ((JsonArray) JacksonJson.parse(block("docs/adding-an-engine.md", "json", 0).indent(-3))).items();

        withConstants(added);
        assertThat(verdict("deepseek-r1", "nvidia-h200-sxm-141gb", "mindie")).isIn("fits", "tight");
        assertThat(CatalogCheck.of(copy).findings()).isEmpty();
        assertThat(added).filteredOn(constant -> name(constant).matches("(engine|ttft)\\..*")).isNotEmpty().allSatisfy(missing -> {
            withConstants(added.stream().filter(constant -> constant != missing).toList());
            assertThatThrownBy(() -> verdict("deepseek-r1", "nvidia-h200-sxm-141gb", "mindie"))
                    .as(missing.toString()).hasMessageContaining(name(missing));
        });
    }

    @Test
    void everyFileThatNamesEnginesIsOnThePage() throws IOException {
        Set<String> naming = new TreeSet<>(files("src/main/java", text ->
                Pattern.compile("ServingEngine\\.[A-Z]|\\bcase (VLLM|SGLANG|TENSORRT_LLM|MINDIE)\\b").matcher(text).find()));
        naming.add("ServingEngine.java");
        for (String place : List.of("calibration", "docs/contract", "hardware-catalog", "handover-catalog", "measurements", "i18n")) {
            naming.addAll(files(place, text -> text.contains("\"mindie\"") || text.contains("choice.engine.mindie")));
        }
        naming.removeAll(Set.of("mindie.json", "accuracy.json"));
        naming.removeIf(name -> name.endsWith(".request.json") || name.endsWith(".result.json"));

        assertThat(named("docs/adding-an-engine.md")).isEqualTo(naming);
    }

    @Test
    void theWordsOfThePageAreSaidInTheirLanguage() throws IOException {
        JsonObject messages = (JsonObject) JacksonJson.parse(block("docs/adding-a-language.md", "json", 0));
        Words german = JvmWords.of("de", messages);

        assertThat(german.say("nav.calculator")).isEqualTo("Rechner");
        assertThat(german.number(1128.5, 1)).isEqualTo("1.128,5");
        assertThatThrownBy(() -> german.say("calculator.gpus", Arguments.of("n", 8).and("memory", "1.128 GB")))
                .hasMessageEndingWith("no plural rules for language de");
        assertThat(JvmWords.of("en", messages).say("calculator.gpus", Arguments.of("n", 8).and("memory", "1.128 GB")))
                .isEqualTo("8 GPUs mit 1.128 GB");
    }

    @Test
    void everyPlaceThatKnowsALanguageIsOnThePage() throws IOException {
        Set<String> knowing = new TreeSet<>(files("src/main/java", text -> Pattern.compile("CHINESE|\"zh|zh-CN").matcher(text).find()));
        for (String place : List.of("hardware-catalog", "models-catalog")) {
            knowing.addAll(files(place, text -> text.contains("json-schema.org") && text.contains("zh-CN")));
        }

        assertThat(named("docs/adding-a-language.md")).containsAll(knowing);
        assertThat(knowing).containsAll(named("docs/adding-a-language.md").stream().filter(name -> !name.equals("en.json")).toList());
    }

    @Test
    void theChartOfThePageCompilesAndHasATable() throws Exception {
        JsonObject own = (JsonObject) JacksonJson.parse(block("docs/adding-a-chart.md", "json", 0));
        Map<String, Json> all = new LinkedHashMap<>(((JsonObject) JacksonJson.read(Path.of("i18n/en.json"))).members());
        all.putAll(own.members());
        Words words = JvmWords.of("en", new JsonObject(all));
        Path source = Files.writeString(copy.resolve("KvChart.java"), block("docs/adding-a-chart.md", "java", 0));

        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", copy.toString(), source.toString());

        assertThat(status).isZero();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {copy.toUri().toURL()}, getClass().getClassLoader())) {
            Chart chart = (Chart) loader.loadClass("dev.llmplanner.view.example.KvChart")
                    .getMethod("of", Map.class, Words.class).invoke(null, Map.of("Llama 3.1 70B", 327_680.0), words);
            assertThat(ChartTable.of(chart).csv()).contains("131,072", "40");
            assertThat(Markup.words(ChartFigure.of(chart, words))).contains("KV cache against context");
        }
    }

    private String verdict(String model, String accelerator, String engine) {
        JsonObject answer = CatalogPlanner.of(CatalogBundle.read(copy, "test").catalog()).estimate((JsonObject) JacksonJson.parse(
                "{\"model\": \"" + model + "\", \"accelerator\": \"" + accelerator + "\", \"gpus\": 8, \"engine\": \"" + engine
                        + "\", \"precision\": {\"weights\": \"fp8\"}, \"workload\": {\"concurrency\": 4}}"));
        return ((JsonString) answer.get("verdict").orElseThrow()).value();
    }

    private static String name(Json constant) {
        return ((JsonString) ((JsonObject) constant).get("name").orElseThrow()).value();
    }

    private void withConstants(List<Json> added) {
        Path file = Path.of("calibration/constants.json");
        JsonObject document = (JsonObject) JacksonJson.read(file);
        List<Json> constants = new ArrayList<>();
        for (Json constant : ((JsonArray) document.get("constants").orElseThrow()).items()) {
            if (!((JsonObject) constant).get("scope").equals(Optional.of(new JsonString("mindie")))) {
                constants.add(constant);
            }
        }
        for (Json constant : added) {
            Map<String, Json> members = new LinkedHashMap<>(((JsonObject) constant).members());
            members.put("scope", new JsonString("mindie"));
            constants.add(new JsonObject(members));
        }
        Map<String, Json> members = new LinkedHashMap<>(document.members());
        members.put("constants", new JsonArray(constants));
        try {
            Files.writeString(copy.resolve(file), JacksonJson.pretty(new JsonObject(members)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyCatalogs() throws IOException {
        for (String place : List.of("models-catalog", "hardware-catalog", "measurements", "calibration/constants.json", "docs/model/formulas.json")) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.createDirectories(copy.resolve(file).getParent());
                    Files.copy(file, copy.resolve(file));
                }
            }
        }
    }

    /** The text of a page's code block of that kind. */
    private static String block(String page, String kind, int number) throws IOException {
        Matcher matcher = Pattern.compile("(?ms)^ *```" + kind + "\\n(.*?)^ *```").matcher(Files.readString(Path.of(page)));
        for (int i = 0; i <= number; i++) {
            assertThat(matcher.find()).as(page).isTrue();
        }
        return matcher.group(1);
    }

    private static Set<String> named(String page) throws IOException {
        String text = Files.readString(Path.of(page));
        Set<String> names = new TreeSet<>();
        Matcher matcher = FILE.matcher(text.substring(text.indexOf("## All places")));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Names of the files whose text, without comments, is of that kind. */
    private static Set<String> files(String place, Predicate<String> kind) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of(place))) {
            for (Path file : files.filter(name -> name.toString().matches(".*\\.(java|json)")).toList()) {
                String text = Files.readString(file);
                if (kind.test(file.toString().endsWith(".java") ? text.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "") : text)) {
                    names.add(file.getFileName().toString());
                }
            }
        }
        return names;
    }
}
