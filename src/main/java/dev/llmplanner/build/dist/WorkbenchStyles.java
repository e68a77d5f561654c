package dev.llmplanner.build.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The style sheet of every page but the Calculator, joined of one file per page. */
final class WorkbenchStyles {
    /** Where the files lie, below the root. */
    static final String FOLDER = "src/main/web/workbench";

    /** In which order they are joined: what pages share comes before the pages, since a later rule wins. */
    private static final List<String> ORDER = List.of(
            "answer", "tools", "tables", "records", "tabs", "model", "models", "own", "ask", "plan", "matrix", "validator", "hardware",
            "own-model", "measurements", "evidence", "accuracy", "snippet", "guides", "handover", "single-file", "print");

    private WorkbenchStyles() {}

    /** @throws IllegalStateException if the folder holds a file that has no place in the order */
    static String of(Path root) throws IOException {
        Path folder = root.resolve(FOLDER);
        TreeSet<String> unnamed = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> unnamed.add(file.getFileName().toString()));
        }
        StringBuilder all = new StringBuilder();
        for (String name : ORDER) {
            String file = name + ".css";
            unnamed.remove(file);
            all.append(Files.readString(folder.resolve(file))).append('\n');
        }
        if (!unnamed.isEmpty()) {
            throw new IllegalStateException(FOLDER + ": " + unnamed + " has no place in the order; name it in WorkbenchStyles");
        }
        return all.toString();
    }
}
