package dev.llmplanner.support;

import dev.llmplanner.build.check.CsvTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A CSV file whose fields are read by column name. Lines that start with {@code #} are comments. */
public final class Table {

    private final CsvTable table;

    private Table(CsvTable table) {
        this.table = table;
    }

    /** A measurement table, golden table or other CSV file of the repository. */
    public static Table read(String path) {
        try {
            return new Table(CsvTable.parse(Files.readAllLines(Path.of(path)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n", "", "\n"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Row> rows() {
        return table.rows().stream().map(row -> new Row(table.header(), row.fields())).toList();
    }

    /** One line. */
    public record Row(List<String> header, List<String> fields) {

        /** The text of that column; empty where nothing is known. */
        public String text(String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("no column " + column + " in " + header);
            }
            return fields.get(index);
        }

        public boolean has(String column) {
            return !text(column).isEmpty();
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        public int integer(String column) {
            return (int) number(column);
        }

        public OptionalDouble find(String column) {
            return has(column) ? OptionalDouble.of(number(column)) : OptionalDouble.empty();
        }
    }
}
