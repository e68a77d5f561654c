package dev.llmplanner.contract;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The codes that {@code docs/contract/README.md} lists are those that the code can give: each listed one is provoked by a
 * request, each given one is listed, and so is each that stands in the sources.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractCodesTest {

    private static final Path MAIN = Path.of("src/main/java/dev/llmplanner");

    private final Map<String, Set<String>> given = new TreeMap<>();
    private final Map<String, String> severities = new TreeMap<>();
    private final Set<String> errors = new TreeSet<>();
    private final Set<String> remedies = new TreeSet<>();

    @BeforeAll
    void provoke() throws IOException {
        List<JsonObject> requests = new ArrayList<>(new RandomRequests(11, TestCatalog.catalog()).next(2000));
        for (String line : Files.readAllLines(Path.of("src/test/resources/contract/provoking-requests.jsonl"))) {
            requests.add((JsonObject) JacksonJson.parse(line));
        }
        for (JsonObject request : requests) {
            try {
                Answer answer = TestCatalog.planner().evaluate(request);
                answer.estimate().findings().forEach(this::record);
                answer.remedies().forEach(remedy -> remedies.add(remedy.code()));
            } catch (RequestException refused) {
                errors.add(refused.code());
            }
        }
    }

    private void record(Finding finding) {
        Set<String> arguments = new TreeSet<>(finding.figures().keySet());
        arguments.addAll(finding.facts().keySet());
        given.merge(finding.code(), arguments, (a, b) -> {
            Set<String> both = new TreeSet<>(a);
            both.addAll(b);
            return both;
        });
        severities.put(finding.code(), finding.severity().name().toLowerCase(Locale.ROOT));
    }

    @Test
    void listedFindingsAreThoseThatAreGiven() throws IOException {
        Map<String, String[]> listed = listed("Findings");

        assertThat(given.keySet()).isEqualTo(listed.keySet());
        listed.forEach((code, columns) -> {
            assertThat(severities.get(code)).as(code).isEqualTo(columns[2]);
            assertThat(given.get(code)).as("arguments of " + code).isEqualTo(words(columns[3]));
            assertThat(columns[4]).as("meaning of " + code).isNotBlank();
        });
    }

    @Test
    void listedErrorsAreThoseThatAreGiven() throws IOException {
        assertThat(errors).isEqualTo(listed("Errors").keySet());
    }

    @Test
    void listedRemediesAreThoseThatAreGiven() throws IOException {
        assertThat(remedies).isEqualTo(listed("Remedies").keySet());
    }

    @Test
    void schemasListTheSameCodes() throws IOException {
        assertThat(enumeration("result", "$defs", "finding", "properties", "code")).isEqualTo(listed("Findings").keySet());
        assertThat(enumeration("result", "$defs", "finding", "properties", "remedies", "items", "properties", "code"))
                .isEqualTo(listed("Remedies").keySet());
        assertThat(enumeration("error", "properties", "code")).isEqualTo(listed("Errors").keySet());
    }

    @Test
    void codesInTheSourcesAreListed() throws IOException {
        String sources = sources();

        assertThat(found(sources, "Severity\\.[A-Z]+,\\s*\"([a-z0-9-]+)\"")).isSubsetOf(listed("Findings").keySet());
        assertThat(found(sources, "unknown\\(\"([a-z0-9-]+-unknown)\"\\)")).isSubsetOf(listed("Findings").keySet());
        assertThat(found(sources, "(?:make\\(|otherFormat\\(offer,)\\s*\"([a-z0-9-]+)\"")).isEqualTo(listed("Remedies").keySet());
        Set<String> thrown = found(sources, "new RequestException\\(\\s*\"([a-z0-9-]+[a-z0-9])\"");
        thrown.addAll(found(sources, "problem\\(\\s*\"([a-z0-9-]+)\""));
        assertThat(thrown).isSubsetOf(listed("Errors").keySet()).hasSizeGreaterThan(12);
    }

    private static Set<String> found(String sources, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(sources);
        return matcher.results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().matches(".*/(engine|contract)/.*\\.java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    /** Rows of the table under that heading, by code. */
    private static Map<String, String[]> listed(String heading) throws IOException {
        Map<String, String[]> rows = new TreeMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(ContractSchemas.DIRECTORY.resolve("README.md"))) {
            inside = line.startsWith("## ") ? line.equals("## " + heading) : inside;
            if (inside && line.startsWith("| `")) {
                String[] columns = Arrays.stream(line.split("\\|", -1)).map(String::trim).toArray(String[]::new);
                rows.put(columns[1].replace("`", ""), columns);
            }
        }
        return rows;
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(", ")).filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> enumeration(String schema, String... path) {
        return ContractSchemas.values(ContractSchemas.at(ContractSchemas.tree(schema), path)).stream().collect(toSet());
    }
}
