package dev.llmplanner.view.table;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Address;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.text.Arguments;

/** The link from a record into the Calculator: the present scenario with that record in it. */
public final class Actions {

    private Actions() {}

    /** The link for a record of that table. */
    public static Html calculate(String table, String id, Scene scene) {
        return el("a", "go").attr("href", "#" + Address.of(scene.state(), with(table, id, scene.state().scenario())))
                .text(scene.say("action.calculate"))
                .add(el("span", "unseen").text(scene.say("action.calculate-with", Arguments.of("id", id))));
    }

    private static Scenario with(String table, String id, Scenario scenario) {
        return switch (table) {
            case "models" -> scenario.with(Field.MODEL, id).with(Field.WEIGHTS, Choices.NATIVE);
            case "accelerators" -> scenario.with(Field.HARDWARE, Choices.BY_ACCELERATOR).with(Field.ACCELERATOR, id);
            case "servers" -> scenario.with(Field.HARDWARE, Choices.BY_SERVER)
                    .with(Field.SERVER, id)
                    .with(Field.NODES, Field.NODES.initial())
                    .with(Field.LAYOUT, Choices.AUTO)
                    .with(Field.GPUS, "");
            case "fabrics" -> scenario.with(Field.FABRIC, id);
            default -> scenario;
        };
    }

}
