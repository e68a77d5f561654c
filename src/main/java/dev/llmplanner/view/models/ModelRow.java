package dev.llmplanner.view.models;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.screening.ModelProfile;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.text.Arguments;
import java.util.Map;

/** One model as a row: to compare, to open, to read, to calculate with. */
final class ModelRow {

    private ModelRow() {}

    static Element of(ModelFacts facts, Map<ModelColumn, Cell> cells, boolean compared, Scene scene) {
        String id = facts.model().id();
        Arguments named = Arguments.of("name", facts.model().name());
        Html row = el("tr").key(id).data("id", id).kept()
                .on("focusin", e -> new ModelsEvent.RowFocused(id))
                .add(el("td", "pick").add(el("button", "compare").attr("type", "button")
                        .aria("pressed", compared)
                        .aria("label", scene.say("compare.add-named", named))
                        .text(compared ? "\u2713" : "+")
                        .on("click", e -> new Compared.Toggled(id))));
        cells.forEach((column, cell) -> row.add(column == ModelColumn.NAME
                ? name(id, cell)
                : cell(column, cell)));
        return row.add(el("td", "act").add(el("a", "go")
                .attr("href", "#" + Address.of(scene.state(), scene.state().get(ModelsState.SLOT).reference()
                        .scenario(id, facts.profile().flatMap(ModelProfile::layout))))
                .aria("label", scene.say("models.calculate-with", named))
                .text(scene.say("action.calculate")))).node();
    }

    private static Html name(String id, Cell cell) {
        Html name = el("th").attr("scope", "row").add(el("a").id("row-" + id)
                .attr("href", new Route(Route.Place.MODEL, id).href()).text(cell.text()));
        return detail(name, cell);
    }

    private static Html cell(ModelColumn column, Cell cell) {
        Html element = el("td", "g-" + column.group().orElseThrow().code()).cls("c-" + column.code())
                .cls("number", column.isNumeric()).cls("missing", !cell.known()).text(cell.text());
        return detail(element, cell);
    }

    private static Html detail(Html element, Cell cell) {
        return cell.detail().isEmpty() ? element : element.add(el("span", "detail").text(cell.detail()));
    }
}
