package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.contract.Remedy;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.widget.Chips;
import java.util.List;

/** What to know about the answer, and the changes that help, each one click away. */
final class FindingsView {
    private final Scene scene;

    FindingsView(Scene scene) {
        this.scene = scene;
    }

    Html of(Answer answer) {
        List<Finding> findings = answer.estimate().findings();
        Html section = el("section", "findings").aria("labelledby", "findings-title")
                .add(el("h2").id("findings-title").text(scene.say("findings.title")));
        Html list = el("ul");
        for (Finding finding : findings) {
            list.add(finding(finding, answer));
        }
        return section.add(list);
    }

    private Html finding(Finding finding, Answer answer) {
        Html remedies = el("ul");
        boolean any = false;
        for (Remedy remedy : answer.remedies()) {
            if (remedy.finding().equals(finding.code())) {
                remedies.add(remedy(remedy));
                any = true;
            }
        }
        String severity = finding.severity().name().toLowerCase();
        Reason reason = new Reason(scene);
        Html item = el("li", "finding " + severity).key(finding.code())
                .add(el("strong").text(scene.say("severity." + severity)))
                .add(el("p").text(reason.finding(finding)));
        String where = reason.where(finding, answer);
        if (!where.isEmpty()) {
            item.add(el("p", "help").text(where));
        }
        return any
                ? item.add(el("div", "remedies")
                        .add(el("p", "help").text(scene.say("remedies.label")))
                        .add(remedies))
                : item;
    }

    private Html remedy(Remedy remedy) {
        return el("li")
                .add(el("button", "remedy").attr("type", "button")
                        .data("remedy", remedy.code())
                        .text(Remedies.text(remedy, scene))
                        .on("click", e -> new Event.RemedyTaken(remedy.change())))
                .add(Chips.verdict(scene, remedy.then()));
    }
}
