package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.work.WorkDialog;

/** The page of the main job: what a deployment needs, and how fast it will be. */
public final class CalculatorPage {
    /** The text of a link that wants the HTML to embed the scenario, which the workbench gives. */
    public static final String EMBED = "embed";

    private CalculatorPage() {}

    /** The fields alone, for a page that shows another side of the same scenario. */
    public static Html inputs(Scene scene) {
        return new Inputs(scene).all();
    }

    /**
     * Fields on the left, the answer on the right.
     *
     * @param evidence what shows the nearest measurements
     */
    static Html of(Scene scene, EvidencePanel.Content evidence) {
        return el("div", "calculator")
                .add(el("h1", "unseen").id("heading").attr("tabindex", -1).text(scene.say("calculator.title")))
                .add(FirstVisit.of(scene))
                .add(new Inputs(scene).all())
                .add(new Results(scene, evidence).all())
                .add(new WorkDialog(scene).all());
    }
}
