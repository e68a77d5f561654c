package dev.llmplanner.view.accuracy;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.text.Arguments;

/** Names and figures as people read them. */
final class AccuracyNames {
    private final Scene scene;

    AccuracyNames(Scene scene) {
        this.scene = scene;
    }

    /** Models below the catalog's range serve calibration alone. */
    boolean inCatalog(Scored.Group group) {
        return scene.catalog().model(group.model()).isPresent();
    }

    String model(String id) {
        return scene.catalog().model(id).map(ModelEntry::name).orElse(id);
    }

    String accelerator(String id) {
        return scene.catalog().accelerator(id).map(AcceleratorEntry::name).orElse(id);
    }

    String engine(String code) {
        return scene.say("choice.engine." + code);
    }

    String precision(String code) {
        return scene.sayOr("choice.weights." + code, "choice.weights.native");
    }

    String by(String way, String value) {
        return switch (way) {
            case "accelerator" -> accelerator(value);
            case "precision" -> precision(value);
            case "model" -> model(value);
            default -> engine(value);
        };
    }

    /** A cell: model family, accelerator, engine and precision, and whether it has pools. */
    String cell(Scored.Group group) {
        Arguments arguments = Arguments.of("model", model(group.family()))
                .and("accelerator", accelerator(group.accelerator()))
                .and("engine", engine(group.engine()))
                .and("precision", precision(group.precision()));
        return scene.say(group.kind().equals("pools") ? "accuracy.cell-pools" : "accuracy.cell", arguments);
    }

    String percent(double fraction) {
        return scene.words().percent(fraction, 1);
    }

    String signed(double fraction) {
        return scene.say(fraction < 0 ? "accuracy.minus" : "accuracy.plus",
                Arguments.of("value", percent(Math.abs(fraction))));
    }
}
