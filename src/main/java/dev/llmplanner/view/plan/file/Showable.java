package dev.llmplanner.view.plan.file;

import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonShapeException;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.plan.answer.Plan;
import dev.llmplanner.view.plan.answer.PlanLinks;
import dev.llmplanner.view.plan.cost.OwnPrices;
import java.util.List;

/** Whether a file can be shown: its hash says only that nobody changed it since it was hashed. */
public final class Showable {

    private Showable() {}

    /** Shows everything of the file once for trial. */
    public static boolean is(PlanFile file, Scene scene) {
        try {
            OwnPrices.of(file.request());
            List<Plan> plans = file.plans();
            if (!plans.stream().allMatch(plan -> hasNames(JsonCursor.of(plan.json()), scene))) {
                return false;
            }
            PlanLinks links = new PlanLinks(scene.state(), scene.resources());
            plans.forEach(plan -> links.handover(plan, file.request()));
            CompareView view = new CompareView(scene);
            view.of(plans.stream().limit(CompareView.MOST).toList(), place -> null);
            view.moved(file, file.content());
            return true;
        } catch (JsonShapeException | RequestException broken) {
            return false;
        }
    }

    /** Whether the page has words for what is written as a code. */
    private static boolean hasNames(JsonCursor plan, Scene scene) {
        return scene.words().knows("choice.weights." + plan.string("weights"))
                && scene.words().knows("choice.engine." + plan.string("engine"))
                && plan.find("cost").flatMap(cost -> cost.findString("currency"))
                        .map(currency -> scene.words().knows("money.plain." + currency)).orElse(true);
    }
}
