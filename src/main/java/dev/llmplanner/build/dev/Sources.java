package dev.llmplanner.build.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files that a page is made from, and which of them changed since the last look. */
final class Sources {
    private static final List<String> WATCHED = List.of("src/main/java", "src/main/web", "i18n", "models-catalog",
            "hardware-catalog", "handover-catalog", "calibration", "measurements", "docs/guides", "docs/model/formulas.json");

    private final Path root;
    private Map<Path, Stamp> seen;

    /** A file's time and size: many file systems count time in steps. */
    private record Stamp(long time, long bytes) {}

    Sources(Path root) throws IOException {
        this.root = root;
        this.seen = look();
    }

    /** What is new, different or gone since the last call. */
    Set<Path> changed() throws IOException {
        Map<Path, Stamp> now = look();
        Set<Path> changed = new TreeSet<>(now.keySet());
        changed.addAll(seen.keySet());
        Map<Path, Stamp> before = seen;
        changed.removeIf(file -> now.containsKey(file) && now.get(file).equals(before.get(file)));
        seen = now;
        return changed;
    }

    private Map<Path, Stamp> look() throws IOException {
        Map<Path, Stamp> files = new HashMap<>();
        for (String watched : WATCHED) {
            Path start = root.resolve(watched);
            if (!Files.exists(start)) {
                continue;
            }
            try (Stream<Path> found = Files.find(start, Integer.MAX_VALUE, (path, attributes) -> attributes.isRegularFile())) {
                for (Path file : found.toList()) {
                    stamp(file, files);
                }
            }
        }
        return files;
    }

    /** An editor may take a file away between being listed and being read. */
    private static void stamp(Path file, Map<Path, Stamp> files) throws IOException {
        if (Files.exists(file)) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            files.put(file, new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size()));
        }
    }
}
