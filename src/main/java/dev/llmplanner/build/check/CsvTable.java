package dev.llmplanner.build.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file with a header line: commas, quotes after RFC 4180, line feeds.
 *
 * @param header names of the columns
 * @param rows the other lines
 */
public record CsvTable(List<String> header, List<Row> rows) {

    /**
     * One row.
     *
     * @param line the line that it starts in, from 1
     * @param fields as many as the line holds
     */
    public record Row(int line, List<String> fields) {
        public Row {
            fields = List.copyOf(fields);
        }
    }

    public CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if a quote is not closed, stands inside a bare field, or a line ends in a
     *         carriage return
     */
    public static CsvTable parse(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int line = 1;
        int start = 1;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"' && field.isEmpty()) {
                int end = closingQuote(text, i + 1, line);
                String quoted = text.substring(i + 1, end);
                line += (int) quoted.chars().filter(x -> x == '\n').count();
                field.append(quoted.replace("\"\"", "\""));
                i = end + 1;
                continue;
            }
            if (c == '"' || c == '\r') {
                throw new IllegalArgumentException("line " + line + ": " + (c == '"'
                        ? "a quote inside a field; write the field in quotes, and its quotes twice"
                        : "a carriage return; end lines with a line feed"));
            }
            if (c == ',' || c == '\n') {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(new Row(start, fields));
                    fields = new ArrayList<>();
                    start = ++line;
                }
            } else {
                field.append(c);
            }
            i++;
        }
        if (!fields.isEmpty() || !field.isEmpty()) {
            throw new IllegalArgumentException("line " + line + ": no line feed at the end of the file");
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("line 1: no header");
        }
        return new CsvTable(rows.get(0).fields(), rows.subList(1, rows.size()));
    }

    private static int closingQuote(String text, int from, int line) {
        int i = from;
        while (i < text.length()) {
            if (text.charAt(i) == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else {
                    return i;
                }
            }
            i++;
        }
        throw new IllegalArgumentException("line " + line + ": a quote is not closed");
    }
}
