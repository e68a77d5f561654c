package dev.llmplanner.view.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of a chart as a table.
 *
 * @param head  titles of the columns, with units
 * @param texts how many columns from the first hold names; those after them hold numbers
 * @param rows  as many cells each as the head has
 */
public record ChartTable(List<String> head, int texts, List<List<String>> rows) {

    public ChartTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The table of that chart. */
    public static ChartTable of(Chart chart) {
        return chart.match(new Tables());
    }

    /** The same cells as comma-separated values, by RFC 4180. */
    public String csv() {
        StringBuilder out = new StringBuilder();
        line(head, head.size(), out);
        rows.forEach(row -> line(row, texts, out));
        return out.toString();
    }

    private static void line(List<String> cells, int names, StringBuilder out) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            quote(cells.get(i), i < names, out);
        }
        out.append("\r\n");
    }

    private static void quote(String cell, boolean name, StringBuilder out) {
        String safe = startsAFormula(cell, name) ? "'" + cell : cell;
        boolean plain = true;
        for (int i = 0; i < safe.length(); i++) {
            plain = plain && ",\"\r\n".indexOf(safe.charAt(i)) < 0;
        }
        if (plain) {
            out.append(safe);
        } else {
            out.append('"').append(safe.replace("\"", "\"\"")).append('"');
        }
    }

    /**
     * Whether a spreadsheet would run it: a name may come from a file that someone else wrote. Only a number may begin with a
     * minus, and it holds nothing to run.
     */
    private static boolean startsAFormula(String cell, boolean name) {
        if (cell.isEmpty() || "=+@\t\r".indexOf(cell.charAt(0)) >= 0) {
            return !cell.isEmpty();
        }
        if (cell.charAt(0) != '-') {
            return false;
        }
        for (int i = 1; !name && i < cell.length(); i++) {
            name = "0123456789.,".indexOf(cell.charAt(i)) < 0;
        }
        return name || cell.length() == 1;
    }

    private static final class Tables implements Chart.Cases<ChartTable> {

        @Override
        public ChartTable waterfall(Waterfall chart) {
            return new ChartTable(List.of(chart.names(), chart.amounts().title()), 1, chart.bars().stream()
                    .map(bar -> List.of(bar.name(), bar.amount().text())).toList());
        }

        @Override
        public ChartTable stackedBars(StackedBars chart) {
            List<String> head = new ArrayList<>(List.of(chart.names()));
            chart.parts().forEach(part -> head.add(part.name() + " · " + chart.amounts().title()));
            chart.limit().ifPresent(limit -> head.add(limit.name() + " · " + chart.amounts().title()));
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < chart.bars().size(); i++) {
                List<String> row = new ArrayList<>(List.of(chart.bars().get(i)));
                for (StackedBars.Part part : chart.parts()) {
                    row.add(part.amounts().get(i).text());
                }
                chart.limit().ifPresent(limit -> row.add(limit.amount().text()));
                rows.add(row);
            }
            return new ChartTable(head, 1, rows);
        }

        @Override
        public ChartTable lines(Lines chart) {
            List<List<String>> rows = new ArrayList<>();
            chart.lines().forEach(line -> line.points().forEach(point -> rows.add(row(line.name(), point))));
            return plane(chart.names(), chart.x(), chart.y(), rows);
        }

        @Override
        public ChartTable scatter(Scatter chart) {
            List<List<String>> rows = new ArrayList<>();
            chart.groups().forEach(group -> group.points().forEach(point -> rows.add(
                    row(point.name().isEmpty() ? group.name() : point.name(), point))));
            return plane(chart.names(), chart.x(), chart.y(), rows);
        }

        @Override
        public ChartTable roofline(Roofline chart) {
            List<List<String>> rows = new ArrayList<>();
            chart.roofs().forEach(roof -> rows.add(row(roof.ridge().name(), roof.ridge())));
            chart.works().forEach(work -> rows.add(row(work.point().name(), work.point())));
            return plane(chart.names(), chart.intensity(), chart.rate(), rows);
        }

        @Override
        public ChartTable tornado(Tornado chart) {
            return new ChartTable(List.of(chart.names(), chart.lowered() + " · " + chart.changes().title(),
                    chart.raised() + " · " + chart.changes().title()), 1, chart.bars().stream().map(bar -> List.of(
                            bar.name(), end(bar.low()), end(bar.high()))).toList());
        }

        private static String end(Optional<Tornado.End> end) {
            return end.map(known -> known.amount().text()).orElse("\u2013");
        }

        private static List<String> row(String name, Point point) {
            return List.of(name, point.x().text(), point.y().text());
        }

        private static ChartTable plane(String names, Axis x, Axis y, List<List<String>> rows) {
            return new ChartTable(List.of(names, x.title(), y.title()), 1, rows);
        }
    }
}
