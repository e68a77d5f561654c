package dev.llmplanner.view.chart;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Words;

/**
 * A chart on the page: title, what it shows, the drawing, ways to keep it, and the table of its numbers.
 *
 * <p>The drawing is an element that a host of the platform fills; without one, as on the JVM, title and table remain.
 */
public final class ChartFigure {
    /** The element that the host fills. */
    public static final String ELEMENT = "planner-chart";

    /** Its property that holds what to draw. */
    public static final String PROPERTY = "chart";

    /** Rows and columns of a table that takes two columns of a sheet. */
    private static final int LONG = 16;
    private static final int NARROW = 3;

    private ChartFigure() {
    }

    /** The figure of that chart. */
    public static Html of(Chart chart, Words words) {
        Heading heading = chart.heading();
        ChartTable table = ChartTable.of(chart);
        String id = "chart-" + heading.id();
        return el("figure", "chart").key(id).id(id).aria("labelledby", id + "-title")
                .add(el("figcaption")
                        .add(el("strong", "chart-title").id(id + "-title").text(heading.title()))
                        .add(el("p", "chart-summary").id(id + "-summary").text(heading.summary())))
                .add(el(ELEMENT).attr("tabindex", 0).attr("role", "application")
                        .aria("labelledby", id + "-title").aria("describedby", id + "-summary" + ' ' + id + "-keys")
                        .property(PROPERTY, drawing(chart, table, words)))
                .add(el("p", "unseen").id(id + "-keys").text(words.say("chart.keys")))
                .add(el("div", "chart-actions")
                        .add(save("svg", words.say("chart.save-svg")))
                        .add(save("png", words.say("chart.save-png")))
                        .add(save("csv", words.say("chart.save-csv"))))
                .add(el("details", "chart-table").cls("is-long", table.rows().size() > LONG && table.head().size() <= NARROW)
                        .add(el("summary").text(words.say("chart.table")))
                        .add(table(table, heading)));
    }

    private static JsonObject drawing(Chart chart, ChartTable table, Words words) {
        return new JsonObject.Builder()
                .put("file", chart.heading().id())
                .put("title", chart.heading().title())
                .put("summary", chart.heading().summary())
                .put("option", ChartOption.of(chart))
                .put("csv", table.csv())
                .put("failed", words.say("chart.failed"))
                .put("pinned", words.say("chart.pinned"))
                .put("kept", words.say("chart.kept"))
                .put("close", words.say("chart.close"))
                .build();
    }

    /** The host answers these: what they save is on the page, not in the state. */
    private static Html save(String format, String label) {
        return el("button").attr("type", "button").data("save", format).text(label);
    }

    private static Html table(ChartTable table, Heading heading) {
        Html head = el("tr");
        for (int i = 0; i < table.head().size(); i++) {
            head.add(el("th").cls("number", i >= table.texts()).attr("scope", "col").text(table.head().get(i)));
        }
        Html body = el("tbody");
        for (int i = 0; i < table.rows().size(); i++) {
            Html row = el("tr");
            for (int j = 0; j < table.rows().get(i).size(); j++) {
                boolean number = j >= table.texts();
                row.add((j == 0 ? el("th").attr("scope", "row") : el("td")).cls("number", number)
                        .text(table.rows().get(i).get(j)));
            }
            body.add(row);
        }
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", heading.title())
                .add(el("table", "figures-table").add(el("thead").add(head)).add(body));
    }
}
