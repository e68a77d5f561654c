package dev.llmplanner.handover.report;

import dev.llmplanner.engine.cost.Money;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.Total;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.handover.Wording;
import dev.llmplanner.handover.report.Block.Bullets;
import dev.llmplanner.handover.report.Block.Heading;
import dev.llmplanner.handover.report.Block.Paragraph;
import dev.llmplanner.handover.report.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What all chapters of a report are written with. */
final class ReportText {

    final Report report;
    final Wording words;

    private final List<Block> blocks = new ArrayList<>();
    private List<List<String>> rows = new ArrayList<>();

    ReportText(Report report, Wording words) {
        this.report = report;
        this.words = words;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    void title(String text) {
        blocks.add(new Heading(1, "title", text));
    }

    void chapter(String id) {
        blocks.add(new Heading(2, id, say("chapter-" + id)));
    }

    void paragraph(String text) {
        blocks.add(new Paragraph(text));
    }

    void bullets(List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new Bullets(items));
        }
    }

    /** A row of the table that {@link #table} ends. */
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** A row of what a fact is called, and the fact. */
    void fact(String name, String value) {
        row(say(name), value);
    }

    /** The rows so far, under these heads. */
    void table(int numbers, String... heads) {
        List<String> head = new ArrayList<>();
        for (String each : heads) {
            head.add(say(each));
        }
        if (!rows.isEmpty()) {
            blocks.add(new Table(head, rows, numbers));
        }
        rows = new ArrayList<>();
    }

    /** The facts so far. */
    void facts() {
        table(1, "fact", "value");
    }

    String say(String key) {
        return words.say("handover-report." + key);
    }

    String say(String key, Map<String, Object> arguments) {
        return words.say("handover-report." + key, arguments);
    }

    String count(double value) {
        return words.number(value, value < 100 ? 2 : 0);
    }

    /** A sum of nothing isn't nothing where all that it lacks costs something. */
    String money(Total total) {
        boolean unknown = !total.lacks().isEmpty() && total.money().amount().high() <= 0;
        return unknown ? say("no-total") : money(total.money());
    }

    String money(Money money) {
        return range(money.amount(), money.currency().name());
    }

    String range(Range range, String unit) {
        return range.low() == range.high()
                ? say("amount", Map.of("value", words.number(range.typical(), 0), "unit", unit))
                : say("range", Map.of("value", words.number(range.typical(), 0), "unit", unit,
                        "low", words.number(range.low(), 0), "high", words.number(range.high(), 0)));
    }

    /** Findings that weigh most first. */
    List<String> risks() {
        List<String> risks = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            for (Finding finding : report.findings()) {
                if (finding.severity() == severity) {
                    risks.add(say("risk", Map.of("severity", say("severity-" + severity.name().toLowerCase()),
                            "text", words.finding(finding))));
                }
            }
        }
        return risks;
    }
}
