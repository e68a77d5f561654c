package dev.llmplanner.build.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bill of materials in dist, against its schema and against what lies beside it. */
class SbomIT {
    private static final Path DIST = Path.of("dist");
    private static final Path SCHEMAS = Path.of("src/test/resources/cyclonedx");
    private static final String BASE = "http://cyclonedx.org/schema/";

    /** The schema lets {@code specVersion} be any text: so it is the one that chooses the schema. */
    @Test
    void keepsToTheSchemaOfTheVersionOfCycloneDxThatItNames() throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7,
                builder -> builder.schemas(id -> id.startsWith(BASE) ? schema(id.substring(BASE.length())) : null));
        JsonNode bom = new ObjectMapper().readTree(DIST.resolve(Sbom.FILE).toFile());
        String named = "bom-" + bom.path("specVersion").asText() + ".schema.json";
        assertThat(SCHEMAS.resolve(named)).as("a schema of CycloneDX").isRegularFile();
        assertThat(new ObjectMapper().readTree(schema(named)).path("$id").asText()).isEqualTo(BASE + named);

        List<Error> violations = registry.getSchema(SchemaLocation.of(BASE + named)).validate(bom);

        assertThat(violations).isEmpty();
    }

    @Test
    void namesFilesAndLicencesThatAreThere() throws IOException {
        TreeSet<String> holders = new TreeSet<>();
        TreeSet<String> licences = new TreeSet<>();
        for (JsonObject component : components()) {
            for (String file : texts(component, "location")) {
                assertThat(DIST.resolve(file)).isRegularFile();
                holders.add(file);
            }
            List<String> ofComponent = texts(component, "value");
            assertThat(ofComponent).isNotEmpty().allSatisfy(file -> assertThat(DIST.resolve(file)).isRegularFile());
            licences.addAll(ofComponent);
        }

        assertThat(holders).contains("app.js", "workbench.js", "planner-engine.wasm", "planner.html", "embed.html");
        try (Stream<Path> vendored = Files.list(DIST.resolve("vendor"))) {
            assertThat(holders).containsAll(vendored.map(file -> "vendor/" + file.getFileName()).toList());
        }
        licences.addAll(List.of("LICENSES/LICENSE", "LICENSES/NOTICE"));
        try (Stream<Path> texts = Files.list(DIST.resolve("LICENSES"))) {
            assertThat(texts.map(file -> "LICENSES/" + file.getFileName())).containsExactlyInAnyOrderElementsOf(licences);
        }
    }

    @Test
    void namesTheVersionsThatTheBuildTakes() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        for (Map.Entry<String, String> library : Map.of("preact", "preact", "echarts", "echarts", "zrender", "echarts",
                "teavm-classlib", "teavm", "teavm-core", "teavm").entrySet()) {
            Matcher version = Pattern.compile("<" + library.getValue() + "\\.version>([^<]+)<").matcher(pom);
            assertThat(version.find()).isTrue();
            assertThat(JsonCursor.of(component(library.getKey())).string("version")).isEqualTo(version.group(1));
        }
        assertThat(Files.readString(DIST.resolve("vendor/echarts.js"))).contains("Microsoft Corporation");
        assertThat(Files.readString(DIST.resolve("LICENSES/tslib.txt"))).startsWith("Copyright (c) Microsoft Corporation.");
    }

    @Test
    void namesNoHostThatAnybodyHasToAsk() throws IOException {
        assertThat(Files.readString(DIST.resolve(Sbom.FILE))).doesNotContain("http");
    }

    private static List<JsonObject> components() throws IOException {
        JsonObject bom = (JsonObject) JacksonJson.parse(Files.readString(DIST.resolve(Sbom.FILE), StandardCharsets.UTF_8));
        return ((JsonArray) bom.get("components").orElseThrow()).items().stream().map(JsonObject.class::cast).toList();
    }

    private static JsonObject component(String name) throws IOException {
        return components().stream().filter(component -> JsonCursor.of(component).string("name").equals(name)).findFirst().orElseThrow();
    }

    /** All texts of members of that name, at any depth. */
    private static List<String> texts(Json json, String name) {
        List<String> texts = new ArrayList<>();
        if (json instanceof JsonObject object) {
            object.members().forEach((member, value) -> {
                if (member.equals(name)) {
                    texts.add(((JsonString) value).value());
                } else {
                    texts.addAll(texts(value, name));
                }
            });
        } else if (json instanceof JsonArray array) {
            array.items().forEach(item -> texts.addAll(texts(item, name)));
        }
        return texts;
    }

    private static String schema(String name) {
        try {
            return Files.readString(SCHEMAS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
