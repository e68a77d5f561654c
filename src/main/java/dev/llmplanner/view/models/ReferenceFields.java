package dev.llmplanner.view.models;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of the reference, on which all speeds and tiers are computed. */
final class ReferenceFields {
    private final Scene scene;
    private final ModelsState view;

    ReferenceFields(Scene scene) {
        this.scene = scene;
        this.view = scene.state().get(ModelsState.SLOT);
    }

    Html fields() {
        Html set = el("fieldset", "reference")
                .add(el("legend").text(scene.say("models.reference")))
                .add(el("div", "field").add(el("label", "label").attr("for", "reference-hw")
                                .text(scene.say("column.accelerator")))
                        .add(accelerators()));
        Quantity.ALL.forEach(quantity -> set.add(field(quantity)));
        return set.add(el("p", "help").text(scene.say("models.reference.help")));
    }

    private Html accelerators() {
        Map<String, List<AcceleratorEntry>> byVendor = new LinkedHashMap<>();
        for (AcceleratorEntry accelerator : scene.catalog().accelerators()) {
            byVendor.computeIfAbsent(accelerator.vendor(), vendor -> new ArrayList<>()).add(accelerator);
        }
        Html select = el("select").id("reference-hw")
                .on("change", e -> new ModelsEvent.AcceleratorChosen(e.value()));
        byVendor.forEach((vendor, accelerators) -> {
            Html group = el("optgroup").key(vendor).attr("label", scene.vendor(vendor));
            for (AcceleratorEntry accelerator : accelerators) {
                group.add(el("option").key(accelerator.id()).attr("value", accelerator.id())
                        .flag("selected", accelerator.id().equals(view.reference().accelerator()))
                        .text(accelerator.name()));
            }
            select.add(group);
        });
        return select;
    }

    private Html field(Quantity quantity) {
        String id = "reference-" + quantity.code();
        String wrong = view.wrong().get(quantity);
        Html input = el("input").id(id).attr("type", "text").attr("inputmode", "numeric").attr("autocomplete", "off")
                .attr("value", wrong != null ? wrong : Integer.toString(view.reference().get(quantity)))
                .on("change", e -> new ModelsEvent.QuantityTyped(quantity, e.value()));
        Html field = el("div", "field").cls("wrong", wrong != null).key(quantity.code())
                .add(el("label", "label").attr("for", id).text(scene.say("field." + quantity.code() + ".label")));
        return wrong == null
                ? field.add(input)
                : field.add(input.aria("invalid", true).aria("describedby", id + "-error"))
                        .add(el("p", "error").id(id + "-error").text(scene.say("models.reference.wrong",
                                Arguments.of("most", quantity.most()))));
    }
}
