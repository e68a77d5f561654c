package dev.llmplanner.view.handover;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.handover.Handover;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.launch.Setting;
import dev.llmplanner.handover.launch.Value;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** The launch with the reason for each option, and where the option was looked up. */
final class LaunchView {

    private final Scene scene;
    private final List<Launch> launches;

    LaunchView(Scene scene, Handover made) {
        this.scene = scene;
        this.launches = made.report().launches();
    }

    Html all(Html files) {
        Html view = el("div");
        Launch last = launches.get(launches.size() - 1);
        last.least().ifPresent(least -> view.add(el("p").text(scene.say("handover.least", Arguments
                .of("engine", scene.say("choice.engine." + last.order().engine().code())).and("version", least)))));
        view.add(files);
        for (Launch launch : launches) {
            String role = launch.order().role().code();
            String heading = scene.say(role.isEmpty() ? "handover.reasons" : "handover-reasons." + role);
            view.add(el("h2").text(heading)).add(table(launch, heading));
        }
        return view;
    }

    private Html table(Launch launch, String heading) {
        HandoverWords words = new HandoverWords(scene);
        Html body = el("tbody");
        for (Setting setting : launch.options()) {
            Html source = el("td", "option-source").text(setting.option().source());
            setting.option().foundIn().ifPresent(version -> source.text(" ")
                    .add(el("span").text(scene.say("handover.found-in", Arguments.of("version", version)))));
            body.add(el("tr").key(setting.option().name())
                    .add(el("th").attr("scope", "row").add(el("code").text(setting.option().name())))
                    .add(el("td").add(el("code").text(setting.value().map(Value::shown).orElse(""))))
                    .add(el("td").text(words.say(setting.why().key(), setting.why().arguments())))
                    .add(source));
        }
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", heading)
                .add(el("table", "records handover-reasons")
                        .add(el("thead").add(el("tr")
                                .add(head("option")).add(head("value")).add(head("reason")).add(head("source"))))
                        .add(body));
    }

    private Html head(String column) {
        return el("th").attr("scope", "col").text(scene.say("handover-report." + column));
    }
}
