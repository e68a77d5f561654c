package dev.llmplanner.benchmark;

import dev.llmplanner.build.json.JacksonJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The sample files, and Jackson as the caller's parser. */
final class ResultFile {

    private static final Path DIRECTORY = Path.of("src/test/resources/benchmark");

    static final JsonParser PARSER = text -> {
        try {
            return Optional.of(JacksonJson.parse(text));
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    };

    private ResultFile() {}

    static String text(String name) {
        try {
            return Files.readString(DIRECTORY.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading read(String text) {
        return BenchmarkReader.read(text, PARSER);
    }

    static Reading.Runs runs(String name) {
        return (Reading.Runs) read(text(name));
    }

    static Run run(String name) {
        return runs(name).runs().get(0);
    }

    static Refused refused(String text) {
        return (Refused) read(text);
    }
}
