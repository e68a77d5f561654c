package dev.llmplanner.view.ownmodel;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.node.Html;

/** Models of one's own. What is read here stays out of the address. */
public final class OwnModelSection implements Section {

    @Override
    public Html page(Scene scene) {
        return new OwnModelPage(scene).page();
    }

    @Override
    public String title(Scene scene) {
        return scene.say("own-model.title");
    }
}
