package dev.llmplanner.view.hardware;

import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import java.util.List;
import java.util.Map;

/** Hardware of one's own. A link may ask for a copy of a record; what is typed into a form stays out of the address. */
public final class OwnHardwareSection implements Section {
    static final String COPY = "copy";

    @Override
    public Html page(Scene scene) {
        return OwnHardwarePage.of(scene);
    }

    @Override
    public String title(Scene scene) {
        return scene.say("own.hardware.title");
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        String copy = texts.remove(COPY);
        int slash = copy == null ? -1 : copy.indexOf('/');
        if (slash < 0) {
            return state;
        }
        State copied = OwnHardware.copied(copy.substring(0, slash), copy.substring(slash + 1), state, resources);
        if (copied == state) {
            ignored.add(COPY + "=" + copy);
        }
        return copied;
    }
}
