package dev.llmplanner.view.evidence;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.MeasuredRows;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.contract.EvidenceFinder;
import dev.llmplanner.engine.evidence.Difference;
import dev.llmplanner.engine.evidence.Distance;
import dev.llmplanner.engine.evidence.Setting;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.calculator.EvidencePanel;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Placeholder;
import java.util.List;
import java.util.Optional;

/**
 * The measurements nearest to the Calculator's answer, each set against its own estimate.
 *
 * <p>Remembers the measurements as it read them, since a keystroke asks for the nearest anew.
 */
public final class NearestView implements EvidencePanel.Content {
    private Json read;
    private EvidenceFinder finder;

    @Override
    public Html of(Scene scene) {
        Lazy data = DataFile.EVIDENCE.in(scene.state());
        if (data.data().isEmpty()) {
            return Placeholder.of(data.status(), scene.say("measured.failed"), scene.say("measured.loading"));
        }
        if (data.data().get() != read) {
            read = data.data().get();
            finder = EvidenceFinder.of((JsonObject) read, scene.catalog());
        }
        Optional<Answer> answer = scene.state().outcome().answer();
        Optional<Setting> asked = answer.flatMap(scene.resources().planner()::setting);
        return asked.isEmpty()
                ? Placeholder.empty(scene.say("measured.unknown"))
                : nearest(asked.get(), scene);
    }

    private Html nearest(Setting asked, Scene scene) {
        List<EvidenceFinder.Found> near = finder.nearest(asked, scene.resources().planner());
        Html all = el("div", "nearest").attr("role", "status");
        if (!isClassMeasured(asked)) {
            all.add(el("p").add(el("span", "chip low").text(scene.say("measured.class-chip")))
                    .text(scene.say("measured.class")));
        }
        all.add(near.isEmpty() ? nothing(asked, scene) : new NearestTable(scene, finder.rows()).of(near, asked));
        MeasuredRows rows = finder.rows();
        return all.add(el("p", "help").text(scene.say("measured.data", Arguments
                .of("rows", rows.rows().size())
                .and("date", scene.words().date(rows.date().orElse("")))
                .and("version", rows.version()))));
    }

    private boolean isClassMeasured(Setting asked) {
        return finder.rows().rows().stream().anyMatch(row ->
                row.measurement().setting().device().calibration() == asked.device().calibration());
    }

    /** Nothing is near: which measurement comes nearest, and in what it differs. */
    private Html nothing(Setting asked, Scene scene) {
        Html text = el("div").add(el("p").add(el("strong").text(scene.say("measured.nothing"))));
        Optional<EvidenceFinder.Found> nearest = finder.nearestOfAll(asked, scene.resources().planner());
        if (nearest.isPresent()) {
            MeasuredWords words = new MeasuredWords(scene);
            Html list = el("ul", "differences");
            for (Difference difference : Difference.between(asked, nearest.get().row().measurement().setting())) {
                list.add(el("li").key(difference.code()).text(words.difference(difference)));
            }
            text.add(el("p").text(scene.say("measured.nearest-of-all", Arguments
                            .of("case", words.what(nearest.get().row().measurement().setting()))
                            .and("distance", scene.words().number(nearest.get().distance(), 1))
                            .and("near", scene.words().number(Distance.NEAR, 1)))))
                    .add(list);
        }
        return text;
    }
}
