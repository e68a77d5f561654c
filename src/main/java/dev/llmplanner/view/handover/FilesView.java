package dev.llmplanner.view.handover;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Handover;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.handover.HandoverState.Tab;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;

/** The files of one folder: their texts, to copy and to save. */
final class FilesView {

    private final Scene scene;
    private final Handover made;

    FilesView(Scene scene, Handover made) {
        this.scene = scene;
        this.made = made;
    }

    Html of(Tab tab) {
        Html files = el("div", "handover-files");
        boolean any = false;
        for (Artifact file : made.files(tab.code())) {
            any = true;
            files.add(file(file));
        }
        return any ? files : files.add(el("p", "help").text(scene.say("handover.no-files")));
    }

    private Html file(Artifact file) {
        Arguments named = Arguments.of("file", file.path());
        Html head = el("div", "handover-file-head")
                .add(el("h2").text(file.path()));
        file.text().ifPresent(text -> head.add(el("button").attr("type", "button")
                .aria("label", scene.say("handover.copy-file", named))
                .text(scene.say("handover.copy")).on("click", e -> new HandoverState.Copied(text))));
        head.add(el("button").attr("type", "button").aria("label", scene.say("handover.save-file", named))
                .text(scene.say("handover.save")).on("click", e -> new HandoverState.Wanted(file)));
        Html all = el("section", "handover-file").key(file.path()).add(head);
        boolean table = file.path().endsWith(".csv");
        return file.text().isEmpty() || table ? all
                : all.add(el("pre").attr("tabindex", 0).attr("role", "region").aria("label", file.path())
                        .add(el("code").text(file.text().get())));
    }
}
