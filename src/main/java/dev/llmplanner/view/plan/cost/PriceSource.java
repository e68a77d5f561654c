package dev.llmplanner.view.plan.cost;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.node.Html;

/** Where a price comes from: the title of its source, which leads there if that is a page of the web, and the date. */
final class PriceSource {
    private static final String OPENS = " (";

    private PriceSource() {
    }

    /**
     * A cell of a table.
     *
     * @param source title with the reference in parentheses after it
     * @param date   as people read it
     */
    static Html of(String source, String date) {
        int at = source.lastIndexOf(OPENS);
        boolean cited = at > 0 && source.endsWith(")");
        String title = cited ? source.substring(0, at) : source;
        String reference = cited ? source.substring(at + OPENS.length(), source.length() - 1) : "";
        Html cell = el("td", "price-source");
        if (reference.startsWith("https://")) {
            cell.add(el("a").attr("href", reference).attr("rel", "noopener noreferrer").attr("target", "_blank").text(title));
        } else {
            cell.text(title);
        }
        return cell.add(el("span", "detail").text(date));
    }
}
