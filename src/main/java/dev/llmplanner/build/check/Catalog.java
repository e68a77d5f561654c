package dev.llmplanner.build.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All catalog files of a repository, in order of their paths.
 *
 * @param root the repository
 * @param files every file that could be read
 * @param unreadable findings about those that could not: broken JSON, or a path that means no kind
 */
public record Catalog(Path root, List<CatalogFile> files, List<Finding> unreadable) {

    /** The folders that hold catalog files. */
    static final List<String> FOLDERS = List.of("hardware-catalog", "models-catalog");

    public Catalog {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    /** Reads the catalogs of a repository. A folder that is not there holds no files. */
    public static Catalog read(Path root) throws IOException {
        List<CatalogFile> files = new ArrayList<>();
        List<Finding> unreadable = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (Path file : jsonFiles(root.resolve(folder))) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (CatalogKind.of(path).isEmpty()) {
                    unreadable.add(new Finding(path, "", "here", "no kind of record belongs in this folder",
                            "Move it to accelerators/<vendor>, servers, fabrics, plant, software or models-catalog/<vendor>."));
                    continue;
                }
                try {
                    files.add(CatalogFile.of(path, Files.readString(file)));
                } catch (IllegalArgumentException e) {
                    unreadable.add(new Finding(path, "", "not readable", String.valueOf(e.getMessage()),
                            "Write one JSON object, each key once."));
                }
            }
        }
        return new Catalog(root, files, unreadable);
    }

    /** The ids of a kind of record. */
    public Set<String> ids(CatalogKind kind) {
        return files.stream().filter(f -> f.kind() == kind).map(CatalogFile::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The file of a record, if the catalog has it. */
    public Optional<CatalogFile> file(CatalogKind kind, String id) {
        return files.stream().filter(f -> f.kind() == kind && f.id().equals(id)).findFirst();
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(p -> p.toString().endsWith(".json") && !p.toString().endsWith(".schema.json"))
                    .sorted(Comparator.comparing(Path::toString)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
