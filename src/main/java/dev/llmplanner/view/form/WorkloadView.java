package dev.llmplanner.view.form;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;

/** The fields of {@link WorkloadEntries}, with the Calculator's words. */
public final class WorkloadView {
    private final Scene scene;
    private final FormView form;

    public WorkloadView(Scene scene, FormView form) {
        this.scene = scene;
        this.form = form;
    }

    /** Tokens, users, engine, KV format, fabric; and further fields. */
    public Html workload(Html... further) {
        return el("fieldset").key("workload")
                .add(el("legend").text(scene.say("ask.workload")))
                .add(form.input(WorkloadEntries.INPUT, "field.in.label", ""))
                .add(form.input(WorkloadEntries.OUTPUT, "field.out.label", ""))
                .add(form.input(WorkloadEntries.USERS, "ask.users", ""))
                .add(form.select(WorkloadEntries.ENGINE, "field.engine.label", form.worded(
                        WorkloadEntries.choices(WorkloadEntries.ENGINE, scene.catalog()), "choice.engine.", "")))
                .add(form.select(WorkloadEntries.KV_CACHE, "field.kv.label", form.worded(
                        WorkloadEntries.choices(WorkloadEntries.KV_CACHE, scene.catalog()), "choice.kv.",
                        "choice.kv.auto")))
                .add(form.fabrics(WorkloadEntries.FABRIC, "field.fabric.label"))
                .add(further);
    }
}
