package dev.llmplanner.view.measurement;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.node.Html;

/** Your own measurements. Nothing of them stands in the address. */
public final class MeasurementSection implements Section {

    @Override
    public Html page(Scene scene) {
        return new MeasurementPage(scene).all();
    }

    @Override
    public String title(Scene scene) {
        return scene.say("measurements.title");
    }
}
