package dev.llmplanner.view.guide;

import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import java.util.List;

/** The list of guides, and each guide. */
public final class GuideSection implements Section {

    @Override
    public Html page(Scene scene) {
        return isList(scene) ? GuidePages.list(scene) : GuidePages.page(scene);
    }

    @Override
    public String title(Scene scene) {
        return isList(scene) ? scene.say("nav.guides") : GuidePages.name(scene);
    }

    @Override
    public List<DataFile> files(State state) {
        return List.of(DataFile.GUIDES);
    }

    private static boolean isList(Scene scene) {
        return scene.state().route().place() == Route.Place.GUIDES;
    }
}
