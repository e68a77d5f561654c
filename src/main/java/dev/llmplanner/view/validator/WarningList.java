package dev.llmplanner.view.validator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.FindingWords;
import dev.llmplanner.view.node.Html;
import java.util.ArrayList;
import java.util.List;

/** Notes on the compatibility of a configuration: what an engineer would say about it, and what to do. */
final class WarningList {

    private WarningList() {}

    /** The sign of a severity. */
    static String sign(Severity severity) {
        return switch (severity) {
            case BLOCKING -> "\u2715";
            case UNKNOWN -> "?";
            case WARNING -> "!";
            case NOTE -> "i";
        };
    }

    static Html of(Scene scene, List<Finding> warnings) {
        List<Finding> sorted = new ArrayList<>(warnings);
        sorted.sort((a, b) -> a.severity().compareTo(b.severity()));
        Html section = el("section", "findings").aria("labelledby", "warnings-title")
                .add(el("h2").id("warnings-title").text(scene.say("validator.warnings")));
        if (sorted.isEmpty()) {
            return section.add(el("p", "help").text(scene.say("validator.no-warnings")));
        }
        Html list = el("ul");
        for (Finding warning : sorted) {
            String severity = warning.severity().name().toLowerCase();
            list.add(el("li", "finding " + severity).key(warning.code()).data("code", warning.code())
                    .add(el("strong").add(el("span", "icon").aria("hidden", true).text(sign(warning.severity())))
                            .text(scene.say("severity." + severity)))
                    .add(el("p").text(new FindingWords(scene).of(warning))));
        }
        return section.add(list);
    }
}
