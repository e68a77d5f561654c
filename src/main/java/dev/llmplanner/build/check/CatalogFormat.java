package dev.llmplanner.build.check;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The canonical form of catalog files: keys in the order of the schema, unknown ones last, two spaces an indent, a final newline.
 * It changes no fact: a null stays, for the check to name.
 */
public final class CatalogFormat {
    /** The command that writes it, as findings say. */
    static final String COMMAND = "mvn compile exec:java@format";

    private final Path root;
    private final Map<CatalogKind, List<String>> orders = new EnumMap<>(CatalogKind.class);

    /** A format that takes the order of keys from a repository's schemas. */
    public CatalogFormat(Path root) {
        this.root = root;
    }

    /** The file's text in canonical form. */
    public String of(CatalogFile file) {
        List<String> order = order(file.kind());
        Map<String, Json> sorted = new LinkedHashMap<>();
        file.json().members().keySet().stream()
                .sorted(Comparator.comparingInt(key -> order.contains(key) ? order.indexOf(key) : order.size()))
                .forEach(key -> sorted.put(key, file.json().members().get(key)));
        return JacksonJson.pretty(new JsonObject(sorted));
    }

    /** Writes every file of the catalogs that stands otherwise, and says which; returns the exit status. */
    public int write(PrintStream out) throws IOException {
        Catalog catalog = Catalog.read(root);
        catalog.unreadable().forEach(finding -> out.println(finding.message()));
        int written = 0;
        for (CatalogFile file : catalog.files()) {
            String canonical = of(file);
            if (!file.text().equals(canonical)) {
                Files.writeString(root.resolve(file.path()), canonical);
                out.println(file.path());
                written++;
            }
        }
        out.println(written + " of " + catalog.files().size() + " catalog files written");
        return catalog.unreadable().isEmpty() ? 0 : 1;
    }

    /** The keys of a kind of file, as its schema lists them. */
    List<String> order(CatalogKind kind) {
        return orders.computeIfAbsent(kind, this::read);
    }

    private List<String> read(CatalogKind kind) {
        Json schema = JacksonJson.read(root.resolve(kind.schema()));
        return Pointers.resolve(schema, "/properties").orElse(null) instanceof JsonObject properties
                ? List.copyOf(properties.members().keySet()) : List.of();
    }
}
