package dev.llmplanner.view.table;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.catalog.Vendor;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** All models in one table. */
public final class ModelsPage {
    private static final List<Column> COLUMNS = List.of(
            Column.text("name"), Column.text("vendor"), Column.number("total"), Column.number("active"),
            Column.number("density"), Column.text("attention"), Column.number("context"), Column.text("format"),
            Column.text("licence"), Column.text("modality"), Column.text("released"));

    private final Scene scene;

    private ModelsPage(Scene scene) {
        this.scene = scene;
    }

    public static Html of(Scene scene) {
        return new ModelsPage(scene).page();
    }

    private Html page() {
        List<Row> rows = new ArrayList<>();
        for (ModelEntry model : scene.catalog().models()) {
            rows.add(new Row(model.id(), found(model), cells(model)));
        }
        return el("div", "wide")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("models.title")))
                .add(el("p", "lead").text(scene.say("models.lead")))
                .add(SearchField.of("models", scene))
                .add(new TableView("models", COLUMNS, scene).of(rows));
    }

    /** In the order of the columns. */
    private List<Cell> cells(ModelEntry model) {
        return List.of(
                name(model),
                Cell.text(scene.vendor(model.vendor())),
                billions(model.totalParameters()),
                billions(model.activeParameters()),
                density(model),
                Cell.text(attention(model)),
                context(model),
                Cell.text(Formats.recipe(model.nativeRecipe(), scene)),
                licence(model),
                Cell.text(list(model.modalities(), "modality.")),
                released(model));
    }

    private Cell name(ModelEntry model) {
        Cell name = Cell.text(model.name()).linked(new Route(Route.Place.MODEL, model.id()).href());
        return model.architecture().isPresent() ? name : name.with(scene.say("models.not-computable"));
    }

    private Cell billions(OptionalDouble parameters) {
        return parameters.isPresent()
                ? Cell.number(parameters.getAsDouble(), scene.figures().billions(parameters.getAsDouble()))
                : missing();
    }

    private Cell density(ModelEntry model) {
        if (model.totalParameters().isEmpty() || model.activeParameters().isEmpty()) {
            return missing();
        }
        double density = model.activeParameters().getAsDouble() / model.totalParameters().getAsDouble();
        return Cell.number(density, scene.figures().percent(density));
    }

    private Cell context(ModelEntry model) {
        return model.maxContextTokens().isPresent()
                ? Cell.number(model.maxContextTokens().getAsInt(),
                        scene.words().number(model.maxContextTokens().getAsInt(), 0))
                : missing();
    }

    private Cell licence(ModelEntry model) {
        String name = model.licence().name().orElse("");
        Optional<Boolean> commercial = model.licence().commercialUse();
        String use = commercial.isEmpty() ? "licence.unknown"
                : commercial.get() ? "licence.commercial" : "licence.restricted";
        return (name.isEmpty() ? missing() : Cell.text(name)).with(scene.say(use));
    }

    private Cell released(ModelEntry model) {
        String date = model.released().orElse("");
        return date.isEmpty() ? missing() : Cell.number(order(date), scene.words().date(date));
    }

    /** A date as a number that sorts as the date does: its digits, filled up to eight. */
    private static double order(String date) {
        double order = 0;
        int digits = 0;
        for (int i = 0; i < date.length() && digits < 8; i++) {
            char c = date.charAt(i);
            if (c >= '0' && c <= '9') {
                order = order * 10 + (c - '0');
                digits++;
            }
        }
        for (; digits < 8; digits++) {
            order *= 10;
        }
        return order;
    }

    private Cell missing() {
        return Cell.missing(scene.say("not-known"));
    }

    private String attention(ModelEntry model) {
        List<String> kinds = new ArrayList<>();
        for (String kind : kinds(model.id())) {
            if (!kinds.contains(kind) && !kind.equals("none")) {
                kinds.add(kind);
            }
        }
        return kinds.isEmpty() ? scene.say("attention.unknown") : list(kinds, "attention.");
    }

    private List<String> kinds(String id) {
        List<String> kinds = new ArrayList<>();
        Json at = scene.resources().bundle();
        for (String name : List.of("models", id, "architecture", "attention")) {
            at = at instanceof JsonObject object ? object.get(name).orElse(null) : null;
        }
        if (at instanceof JsonArray array) {
            for (Json group : array.items()) {
                if (((JsonObject) group).get("kind").orElse(null) instanceof JsonString kind) {
                    kinds.add(kind.value());
                }
            }
        }
        return kinds;
    }

    private String list(List<String> codes, String family) {
        String text = "";
        for (String code : codes) {
            String name = scene.say(family + code);
            text = text.isEmpty() ? name : scene.say("list.pair", Arguments.of("first", text).and("second", name));
        }
        return text;
    }

    private String found(ModelEntry model) {
        Vendor vendor = scene.catalog().vendor(model.vendor());
        StringBuilder found = new StringBuilder(model.id()).append(' ').append(model.name()).append(' ')
                .append(vendor.englishName()).append(' ').append(vendor.chineseName()).append(' ')
                .append(model.licence().name().orElse("")).append(' ')
                .append(attention(model)).append(' ').append(Formats.recipe(model.nativeRecipe(), scene));
        for (String alias : vendor.aliases()) {
            found.append(' ').append(alias);
        }
        for (ModelEntry.Repository repository : model.repositories()) {
            found.append(' ').append(repository.name());
        }
        return found.toString().toLowerCase();
    }
}
