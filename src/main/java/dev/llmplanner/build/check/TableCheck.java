package dev.llmplanner.build.check;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tables under {@code measurements} follow their schemas: columns in order, types, closed lists, catalog ids. */
public final class TableCheck {

    private static final String FOLDER = "measurements";

    private record Column(String name, String type, boolean required, Set<String> values, boolean accelerator) { }

    private final Catalog catalog;
    private final Set<String> accelerators;

    /** A check of the tables of a catalog's repository. */
    public TableCheck(Catalog catalog) {
        this.catalog = catalog;
        this.accelerators = catalog.ids(CatalogKind.ACCELERATOR);
    }

    /** What is wrong with any table, in order of their names. */
    public List<Finding> findings() throws IOException {
        Path folder = catalog.root().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                String name = file.getFileName().toString();
                Path schema = folder.resolve(name.replace(".csv", ".schema.json"));
                if (!Files.isRegularFile(schema)) {
                    findings.add(new Finding(FOLDER + "/" + name, "", "without a schema", "a table needs its columns "
                            + "described", "Add " + schema.getFileName() + "."));
                    continue;
                }
                findings.addAll(check(FOLDER + "/" + name, Files.readString(file), JacksonJson.read(schema)));
            }
        }
        return findings;
    }

    /** What is wrong with one table. */
    List<Finding> check(String path, String text, Json schema) {
        CsvTable table;
        try {
            table = CsvTable.parse(text);
        } catch (IllegalArgumentException e) {
            return List.of(new Finding(path, "", "not readable", String.valueOf(e.getMessage()), "Write RFC 4180."));
        }
        List<Column> columns = columns(schema);
        List<String> names = columns.stream().map(Column::name).toList();
        if (!table.header().equals(names)) {
            return List.of(new Finding(path, "line 1", String.join(",", table.header()),
                    "the columns are not those of the schema", "Write " + String.join(",", names) + "."));
        }
        List<Finding> findings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CsvTable.Row row : table.rows()) {
            if (row.fields().size() != columns.size()) {
                findings.add(new Finding(path, "line " + row.line(), row.fields().size() + " fields",
                        "the header has " + columns.size(), "Write one field for each column, empty when unknown."));
                continue;
            }
            for (int i = 0; i < columns.size(); i++) {
                String value = row.fields().get(i);
                Column column = columns.get(i);
                problem(column, value, ids).ifPresent(p -> findings.add(new Finding(path,
                        "line " + row.line() + ", " + column.name(), value.isEmpty() ? "empty" : value, p,
                        "Follow " + path.replace(".csv", ".schema.json") + ".")));
            }
        }
        return findings;
    }

    private Optional<String> problem(Column column, String value, Set<String> ids) {
        if (value.isEmpty()) {
            return column.required() ? Optional.of("the column has no unknown values") : Optional.empty();
        }
        if (column.type().equals("integer") && !value.matches("-?[0-9]+")) {
            return Optional.of("the column holds integers");
        }
        if (column.type().equals("number") && !value.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            return Optional.of("the column holds numbers");
        }
        if (!column.values().isEmpty() && !column.values().contains(value)) {
            return Optional.of("the column holds " + String.join(", ", column.values().stream().sorted().toList()));
        }
        if (column.accelerator() && !accelerators.contains(value)) {
            return Optional.of("no accelerator has that id");
        }
        if (column.name().equals("id") && !ids.add(value)) {
            return Optional.of("another row has the same id");
        }
        return Optional.empty();
    }

    private static List<Column> columns(Json schema) {
        List<Column> columns = new ArrayList<>();
        for (Json item : array(Pointers.resolve(schema, "/columns"))) {
            JsonObject column = (JsonObject) item;
            Set<String> values = new HashSet<>();
            array(column.get("values")).forEach(v -> values.add(((JsonString) v).value()));
            columns.add(new Column(string(column, "name"), string(column, "type"),
                    column.get("required").equals(Optional.of(new JsonBoolean(true))), values,
                    column.get("references").isPresent()));
        }
        return columns;
    }

    private static List<Json> array(Optional<Json> json) {
        return json.orElse(null) instanceof JsonArray array ? array.items() : List.of();
    }

    private static String string(JsonObject object, String name) {
        return object.get(name).orElse(null) instanceof JsonString s ? s.value() : "";
    }
}
