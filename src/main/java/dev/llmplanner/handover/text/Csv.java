package dev.llmplanner.handover.text;

import java.util.List;

/**
 * Comma-separated values (RFC 4180), with a byte order mark so that spreadsheets take them for UTF-8. A text that a
 * spreadsheet would compute gets an apostrophe in front.
 */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** Rows of cells that are written already: {@link #text} or {@link #number}. */
    public static String of(List<List<String>> rows) {
        StringBuilder csv = new StringBuilder("\ufeff");
        for (List<String> row : rows) {
            csv.append(String.join(",", row)).append("\r\n");
        }
        return csv.toString();
    }

    /** A text. */
    public static String text(String value) {
        String line = Lines.single(value);
        boolean computed = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0
                || !line.isEmpty() && FORMULA.indexOf(line.stripLeading().isEmpty() ? ' ' : line.stripLeading().charAt(0)) >= 0;
        String safe = computed ? "'" + line : line;
        boolean quoted = safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0 || safe.startsWith(" ") || safe.endsWith(" ");
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** A number. */
    public static String number(double value, int maximumDecimals) {
        return Decimal.of(value, maximumDecimals);
    }
}
