package dev.llmplanner.view.handover;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.handover.Handover;
import dev.llmplanner.handover.report.Block;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import java.util.ArrayList;
import java.util.List;

/** The report on the page, to read and to print. */
final class ReportView {

    private static final String COST = "cost";

    private final Scene scene;
    private final List<Block> blocks;

    ReportView(Scene scene, Handover made) {
        this.scene = scene;
        this.blocks = made.blocks();
    }

    Html all() {
        Html report = el("article", "handover-report");
        for (Block block : blocks) {
            report.add(block(block, 1));
            if (block instanceof Block.Heading heading && heading.level() == 1) {
                report.add(contents());
            }
        }
        return el("div")
                .add(el("div", "handover-actions")
                        .add(el("button").attr("type", "button").text(scene.say("handover.print"))
                                .on("click", e -> new HandoverState.PrintWanted())))
                .add(report);
    }

    /** The chapter of costs alone. */
    Html cost() {
        Html chapter = el("div", "handover-report");
        boolean in = false;
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                in = heading.id().equals(COST);
            }
            if (in) {
                chapter.add(block(block, 0));
            }
        }
        return chapter;
    }

    private Html contents() {
        Html list = el("ol");
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading && heading.level() == 2) {
                list.add(el("li").text(heading.text()));
            }
        }
        return el("section", "report-contents").aria("label", scene.say("handover.contents"))
                .add(el("h3").text(scene.say("handover.contents"))).add(list);
    }

    /** @param deeper how much further in the headings stand: the page has a first one of its own */
    private Html block(Block block, int deeper) {
        if (block instanceof Block.Heading heading) {
            return el("h" + (char) ('0' + Math.max(2, heading.level() + deeper))).id("report-" + heading.id())
                    .text(heading.text());
        }
        if (block instanceof Block.Paragraph paragraph) {
            return el("p").text(paragraph.text());
        }
        if (block instanceof Block.Bullets bullets) {
            return el("ul").each(bullets.items(), item -> el("li").text(item));
        }
        return table((Block.Table) block);
    }

    private Html table(Block.Table table) {
        List<String> unbroken = List.of(scene.say("handover-report.date"), scene.say("handover-report.option"));
        Html head = el("tr");
        int figures = table.head().size() - table.numbers();
        List<String> names = new ArrayList<>(table.head());
        for (int i = 0; i < names.size(); i++) {
            head.add(el("th").attr("scope", "col").cls("number", i >= figures).text(names.get(i)));
        }
        Html body = el("tbody");
        for (List<String> row : table.rows()) {
            Html line = el("tr");
            for (int i = 0; i < row.size(); i++) {
                line.add((i == 0 ? el("th").attr("scope", "row") : el("td")).cls("number", i >= figures)
                        .cls("whole", unbroken.contains(names.get(i))).text(row.get(i)));
            }
            body.add(line);
        }
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", names.get(0))
                .add(el("table", "records").add(el("thead").add(head)).add(body));
    }
}
