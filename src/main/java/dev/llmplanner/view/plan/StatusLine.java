package dev.llmplanner.view.plan;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.plan.answer.PlanWords;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** The line below the headline: how far a search is, or how it ended, with what can be done about it. */
final class StatusLine {
    private final Scene scene;
    private final Pursuit pursuit;
    private final boolean askable;
    private final boolean current;

    /**
     * The line.
     *
     * @param askable whether the fields make a question
     * @param current whether what is shown answers it
     */
    StatusLine(Scene scene, Pursuit pursuit, boolean askable, boolean current) {
        this.scene = scene;
        this.pursuit = pursuit;
        this.askable = askable;
        this.current = current;
    }

    /** How far the search is; always as high, so that nothing below moves. */
    Html all() {
        Html line = el("div", "plan-status").key("status").id("plan-status").attr("tabindex", -1);
        if (pursuit.isRunning()) {
            Html bar = el("progress").attr("max", 1).aria("label", scene.say("plan.searching"));
            double share = share();
            if (share >= 0) {
                bar.attr("value", share);
            }
            return line.add(bar)
                    .add(el("span", "help").text(progress()))
                    .add(el("button").key("stop").id("plan-stop").attr("type", "button").text(scene.say("plan.stop"))
                            .on("click", e -> new PlanState.Stopped()));
        }
        String text = !askable ? scene.say("matrix.mend") : switch (pursuit.end()) {
            case STOPPED -> scene.say("plan.stopped");
            case FAILED -> scene.say("plan.failed");
            case REFUSED -> refusal();
            default -> current ? "" : scene.say("plan.searching");
        };
        boolean wrong = askable && (pursuit.end() == Pursuit.End.FAILED || pursuit.end() == Pursuit.End.REFUSED);
        line.add(el("p", wrong ? "error" : "help").attr("role", "status").text(text));
        return askable && (pursuit.end() == Pursuit.End.STOPPED || pursuit.end() == Pursuit.End.FAILED)
                ? line.add(el("button").key("again").id("plan-again").attr("type", "button").text(scene.say("plan.again"))
                        .on("click", e -> new PlanState.Again()))
                : line;
    }

    private double share() {
        return pursuit.progress().map(told -> {
            JsonCursor progress = JsonCursor.of(told);
            double of = progress.findNumber("of").orElse(0);
            return of > 0 ? (progress.findNumber("done").orElse(0) + progress.findNumber("excluded").orElse(0)) / of : -1.0;
        }).orElse(-1.0);
    }

    private String progress() {
        if (pursuit.progress().isEmpty()) {
            return scene.say("plan.searching");
        }
        JsonCursor progress = JsonCursor.of(pursuit.progress().get());
        return scene.say("plan.progress", Arguments.of("done", progress.findNumber("done").orElse(0))
                .and("excluded", progress.findNumber("excluded").orElse(0))
                .and("of", progress.findNumber("of").orElse(0)));
    }

    private String refusal() {
        JsonCursor refused = JsonCursor.of(pursuit.refusal().orElseThrow());
        List<String> allowed = refused.items("allowed").stream().map(JsonCursor::string).toList();
        return scene.say("plan.refused", Arguments.of("code", refused.string("code"))
                .and("path", refused.string("path"))
                .and("count", allowed.size())
                .and("allowed", new PlanWords(scene).list(allowed)));
    }
}
