package dev.llmplanner.view.models;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.screening.ModelProfile;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.AccuracyLink;
import java.util.ArrayList;
import java.util.List;

/** Up to four models side by side on the same hardware, each fact a line; lines that differ say so. */
final class ComparePage {
    private static final List<ComparedFact> FACTS = List.of(
            ComparedFact.speed(ModelColumn.SINGLE_USER, ModelProfile::singleUserTokensPerSecond),
            ComparedFact.speed(ModelColumn.SERVER_OUTPUT, ModelProfile::outputTokensPerSecondPerServer),
            ComparedFact.of(ModelColumn.GPUS), ComparedFact.layout(), ComparedFact.tier(),
            ComparedFact.of(ModelColumn.KV), ComparedFact.state(), ComparedFact.of(ModelColumn.CONFIDENCE),
            ComparedFact.of(ModelColumn.VENDOR), ComparedFact.kind(), ComparedFact.of(ModelColumn.TOTAL),
            ComparedFact.of(ModelColumn.ACTIVE), ComparedFact.of(ModelColumn.DENSITY), ComparedFact.layers(),
            ComparedFact.of(ModelColumn.ATTENTION), ComparedFact.of(ModelColumn.CONTEXT), ComparedFact.draft(),
            ComparedFact.of(ModelColumn.NATIVE), ComparedFact.of(ModelColumn.FP8), ComparedFact.of(ModelColumn.FP4),
            ComparedFact.of(ModelColumn.INT4),
            ComparedFact.of(ModelColumn.MODALITY), ComparedFact.of(ModelColumn.LICENCE),
            ComparedFact.of(ModelColumn.RELEASED));

    private final Scene scene;
    private final List<ModelFacts> models;

    ComparePage(Scene scene, List<ModelFacts> models) {
        this.scene = scene;
        this.models = models;
    }

    Html page() {
        boolean pending = models.stream().anyMatch(facts -> facts.profile().isEmpty());
        Html page = el("div", "wide compare-page")
                .add(el("p", "back").add(el("a").attr("href", "#" + Address.of(scene.state(),
                                ModelsLink.write(scene.state().get(ModelsState.SLOT)), Route.of(Route.Place.MODELS)))
                        .text(scene.say("compare.back"))))
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("compare.title")))
                .add(el("p", "lead").text(scene.say("compare.lead")))
                .add(new ReferenceFields(scene).fields());
        page.when(models.size() < Compared.MOST, this::adding);
        page.add(el("p", "help computing").attr("role", "status").text(pending ? scene.say("models.computing") : ""));
        return models.isEmpty()
                ? page.add(el("p", "empty-state").text(scene.say("compare.none")))
                : page.add(el("div", "scroll compare-scroll").attr("tabindex", 0).attr("role", "region")
                        .aria("labelledby", "heading").add(table()))
                        .add(AccuracyLink.of(scene));
    }

    private Html adding() {
        Html select = el("select").id("compare-add").on("change", e ->
                e.value().isEmpty() ? null : new Compared.Toggled(e.value()));
        select.add(el("option").attr("value", "").flag("selected", true).text(scene.say("compare.choose")));
        List<String> compared = Compared.in(scene.state());
        for (ModelEntry model : scene.models()) {
            if (!compared.contains(model.id())) {
                select.add(el("option").key(model.id()).attr("value", model.id()).flag("selected", false)
                        .text(model.name()));
            }
        }
        return el("div", "field compare-adding")
                .add(el("label", "label").attr("for", "compare-add").text(scene.say("compare.add"))).add(select);
    }

    private Html table() {
        Html head = el("tr").add(el("td").add(el("span", "unseen").text(scene.say("compare.fact"))));
        for (ModelFacts facts : models) {
            head.add(head(facts));
        }
        Html table = el("table", "compare-table").add(el("thead").add(head));
        for (ColumnGroup group : ColumnGroup.ALL) {
            Html body = el("tbody").key(group.code()).add(el("tr", "group").key("group").add(el("th")
                    .attr("scope", "rowgroup").attr("colspan", models.size() + 1)
                    .text(scene.say("models.columns." + group.code()))));
            for (ComparedFact fact : FACTS) {
                if (fact.group() == group) {
                    body.add(line(fact));
                }
            }
            table.add(body);
        }
        return table.add(el("tfoot").add(actions()));
    }

    private Html head(ModelFacts facts) {
        String id = facts.model().id();
        return el("th").key(id).attr("scope", "col")
                .add(el("a").attr("href", new Route(Route.Place.MODEL, id).href()).text(facts.model().name()))
                .add(el("button", "chip-button").attr("type", "button")
                        .aria("label", scene.say("compare.remove-named", Arguments.of("name", facts.model().name())))
                        .add(el("span", "icon").aria("hidden", true).text("\u2715"))
                        .on("click", e -> new Compared.Removed(id, "heading")));
    }

    private Html line(ComparedFact fact) {
        List<Cell> cells = new ArrayList<>();
        boolean differs = false;
        double most = 0;
        for (ModelFacts facts : models) {
            Cell cell = fact.cell().apply(facts, scene);
            differs |= !cells.isEmpty() && !cells.get(0).text().equals(cell.text());
            most = Math.max(most, cell.order().orElse(0));
            cells.add(cell);
        }
        Html label = el("th").attr("scope", "row").text(scene.say(fact.label()));
        if (differs) {
            label.add(el("span", "differs").aria("hidden", true).text("\u2260"))
                    .add(el("span", "unseen").text(scene.say("compare.differs")));
        }
        Html line = el("tr").key(fact.label()).cls("is-different", differs).cls("is-drawn", fact.drawn()).add(label);
        for (int i = 0; i < cells.size(); i++) {
            line.add(cell(cells.get(i), models.get(i), fact.drawn() ? most : 0));
        }
        return line;
    }

    private static Html cell(Cell cell, ModelFacts facts, double most) {
        Html element = el("td").key(facts.model().id()).cls("missing", !cell.known())
                .add(el("span", "value").text(cell.text()));
        if (most > 0 && cell.order().isPresent()) {
            element.add(el("svg", "compare-bar").attr("viewBox", "0 0 100 6").attr("preserveAspectRatio", "none")
                    .aria("hidden", true)
                    .add(el("rect").attr("width", 100 * cell.order().getAsDouble() / most).attr("height", 6)));
        }
        return cell.detail().isEmpty() ? element : element.add(el("span", "detail").text(cell.detail()));
    }

    private Html actions() {
        Html row = el("tr").add(el("th").attr("scope", "row").text(scene.say("column.actions")));
        for (ModelFacts facts : models) {
            row.add(el("td").key(facts.model().id()).add(el("a", "go")
                    .attr("href", "#" + Address.of(scene.state(), scene.state().get(ModelsState.SLOT).reference()
                            .scenario(facts.model().id(), facts.profile().flatMap(ModelProfile::layout))))
                    .aria("label", scene.say("models.calculate-with", Arguments.of("name", facts.model().name())))
                    .text(scene.say("action.calculate"))));
        }
        return row;
    }
}
