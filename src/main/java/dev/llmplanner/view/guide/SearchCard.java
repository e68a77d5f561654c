package dev.llmplanner.view.guide;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.form.FormView;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A search on a guide's page: its question, to be changed in place, and the best plan. */
final class SearchCard {
    private final Scene scene;
    private final Ledger ledger;
    private final GuideSearch definition;
    private final String id;

    SearchCard(Scene scene, GuideFigures figures, Ledger ledger, String searchId) {
        this.scene = scene;
        this.ledger = ledger;
        this.definition = figures.searches().get(searchId);
        this.id = "scenario-" + searchId;
    }

    /** @param title nodes of the guide's text */
    Node of(List<Node> title) {
        boolean edited = !Edits.of(scene.state()).texts().isEmpty();
        Html name = el("p", "scenario-title").id(id + "-title").attr("tabindex", -1);
        title.forEach(name::add);
        return el("section", "scenario").id(id).aria("labelledby", id + "-title").add(name)
                .add(el("div", "scenario-fields").each(fields(), each -> each))
                .add(answer())
                .when(edited, () -> el("p", "help scenario-note").text(scene.say("guide.edited")))
                .add(el("p", "scenario-actions")
                        .add(el("a", "go").attr("href", "#" + ledger.planAddress(definition.id()))
                                .text(scene.say("guide.to-plan")))
                        .when(edited, () -> el("button").attr("type", "button").text(scene.say("guide.reset"))
                                .on("click", e -> new Edits.Reset(id + "-title")))).node();
    }

    private List<Html> fields() {
        Entries entries = ledger.entries(definition.id());
        List<Entry> offered = Ledger.entries(definition.edit());
        FormView form = new FormView(scene, entries, changed -> new Edits.Asked(definition.id(), offered, changed));
        List<Html> fields = new ArrayList<>();
        offered.forEach(entry -> fields.add(form.input(entry, "plan-field." + entry.name(), "")));
        return fields;
    }

    private Html answer() {
        Html answer = el("div", "scenario-answer").aria("live", "polite");
        Optional<JsonObject> question = ledger.question(definition.id());
        if (question.isEmpty()) {
            return answer.add(el("p", "error").text(scene.say("guide.no-answer")));
        }
        Optional<JsonObject> result = ledger.found(definition.id());
        if (result.isEmpty()) {
            return answer.add(el("p", "help").text(scene.say("guide.searching")));
        }
        boolean refused = result.get().get("plans").isEmpty();
        boolean none = !refused && ledger.value(definition.id() + ".plans").number().orElse(0) == 0;
        if (refused || none) {
            return answer.add(el("p", "error").text(scene.say(refused ? "guide.not-searched" : "guide.no-plan")));
        }
        Html shown = el("dl", "figures");
        definition.show().forEach(name -> shown.add(el("div", "figure").key(name)
                .add(el("dt").text(scene.say("guide-plan." + name)))
                .add(el("dd", "value").text(Quote.text(ledger.value(definition.id() + "." + name), scene)))));
        return answer.add(shown);
    }
}
