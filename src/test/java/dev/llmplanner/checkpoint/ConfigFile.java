package dev.llmplanner.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The published configurations that the tests read; {@code SOURCES.tsv} beside them says where each comes from. */
final class ConfigFile {

    private static final Path DIRECTORY = Path.of("src/test/resources/configs");

    private ConfigFile() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(DIRECTORY.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonObject read(String name) {
        return parse(text(name));
    }

    static JsonObject parse(String text) {
        CheckpointText.Parsed parsed = CheckpointText.config(text);
        assertThat(parsed.refused()).isEmpty();
        return (JsonObject) parsed.json().orElseThrow();
    }

    /** The object with one member set, last. */
    static JsonObject with(JsonObject object, String name, Json value) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        members.remove(name);
        members.put(name, value);
        return new JsonObject(members);
    }

    /** The object without one member. */
    static JsonObject without(JsonObject object, String name) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        members.remove(name);
        return new JsonObject(members);
    }

    static Imported imported(Json config) {
        Reading reading = CheckpointReader.read(CheckpointFiles.of(config));
        assertThat(reading).isInstanceOf(Imported.class);
        return (Imported) reading;
    }

    static Refused refused(Json config) {
        Reading reading = CheckpointReader.read(CheckpointFiles.of(config));
        assertThat(reading).isInstanceOf(Refused.class);
        return (Refused) reading;
    }
}
