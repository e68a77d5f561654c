package dev.llmplanner.view.accuracy;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.widget.GuideLink;
import dev.llmplanner.view.widget.Placeholder;
import java.util.List;
import java.util.Map;

/** How close estimates come to measurements. Remembers the data as it read them. */
public final class AccuracySection implements Section {
    private Json read;
    private AccuracyData data;

    @Override
    public Html page(Scene scene) {
        Lazy lazy = DataFile.ACCURACY.in(scene.state());
        Html page = el("div", "wide accuracy")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("accuracy.title")))
                .add(el("p", "lead").text(scene.say("accuracy.lead")).text(" ").add(GuideLink.to("reading-the-band", scene)));
        if (lazy.data().isEmpty()) {
            return page.add(Placeholder.of(lazy.status(), scene.say("accuracy.failed"), scene.say("accuracy.loading")));
        }
        if (lazy.data().get() != read) {
            read = lazy.data().get();
            data = AccuracyData.read((JsonObject) read);
        }
        return new AccuracyPage(scene, data).addTo(page);
    }

    @Override
    public String title(Scene scene) {
        return scene.say("accuracy.title");
    }

    @Override
    public List<DataFile> files(State state) {
        return List.of(DataFile.ACCURACY);
    }

    @Override
    public Map<String, String> link(State state) {
        return state.get(AccuracyEntries.SLOT).link(AccuracyEntries.ALL);
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return state.with(AccuracyEntries.SLOT,
                Entries.read(AccuracyEntries.ALL, AccuracyEntries::choices, texts, ignored));
    }
}
