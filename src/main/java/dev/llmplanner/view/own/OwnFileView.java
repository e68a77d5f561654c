package dev.llmplanner.view.own;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.FactProblem;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.FileField;
import java.util.List;

/** The file of a kind, what is wrong with the one that was chosen last, and whether the browser keeps the records. */
public final class OwnFileView {
    private final OwnKind kind;
    private final Scene scene;

    private OwnFileView(OwnKind kind, Scene scene) {
        this.kind = kind;
        this.scene = scene;
    }

    /** For the page of that kind. */
    public static Html of(OwnKind kind, Scene scene) {
        return new OwnFileView(kind, scene).all();
    }

    private Html all() {
        boolean none = Own.records(scene.state()).only(kind).isEmpty();
        boolean kept = Own.isKept(kind, scene.state());
        boolean unreadable = kept && Own.isUnreadable(kind, scene.state(), scene.resources());
        Html section = el("section", "own-file").aria("labelledby", "own-file-title")
                .add(el("h2").id("own-file-title").text(scene.say("own.file")))
                .add(el("p", "help").text(scene.say("own.file.help")))
                .add(el("div", "own-actions")
                        .add(el("button").attr("type", "button").flag("disabled", none).text(scene.say("own.export"))
                                .on("click", e -> new OwnEvents.FileWanted(kind)))
                        .add(FileField.of("own-file", scene.say("own.import"), el("input")
                                .attr("accept", ".json,application/json")
                                .aria("describedby", "own-problems")
                                .on("change", e -> e.files().isEmpty()
                                        ? null : new OwnEvents.Chosen(kind, e.files().get(0).text())))))
                .add(problems())
                .add(el("label", "own-keep")
                        .add(el("input").id("own-keep").attr("type", "checkbox").flag("checked", kept)
                                .on("change", e -> new OwnEvents.Keeping(kind, e.checked())))
                        .add(el("span").text(scene.say("own.keep"))));
        return section.add(el("p", unreadable ? "error" : "help")
                .text(scene.say(unreadable ? "own.unreadable" : kept ? "own.kept" : "own.not-kept")));
    }

    private Html problems() {
        List<OwnProblem> problems = scene.state().get(OwnEvents.problems(kind));
        Html region = el("div").id("own-problems").attr("role", "status");
        if (problems.isEmpty()) {
            return region;
        }
        Html list = el("ul");
        for (OwnProblem problem : problems) {
            list.add(el("li").text(text(problem)));
        }
        return region.add(el("p", "error").text(scene.say("own.refused"))).add(list);
    }

    private String text(OwnProblem problem) {
        if (problem.refused().isPresent()) {
            String why = RefusalText.of(problem.refused().get(), scene);
            return problem.text().isEmpty() ? why
                    : scene.say("own.problem.model", Arguments.of("id", problem.text()).and("problem", why));
        }
        if (problem.fact().isEmpty()) {
            return scene.say("own.problem." + problem.code(), Arguments.of("text", problem.text()));
        }
        FactProblem fact = problem.fact().get();
        return scene.say("own.problem.record", Arguments.of("id", problem.text()).and("pointer", fact.pointer())
                .and("problem", FactProblems.text(fact, "", scene)));
    }
}
