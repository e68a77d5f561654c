package dev.llmplanner.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository's own examples, as texts. */
public final class Samples {

    private Samples() {}

    /** The files below a directory whose name ends so, each up to a length. */
    public static List<String> below(String directory, String end, int longest) {
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().map(Samples::text)
                    .filter(text -> text.length() <= longest).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
