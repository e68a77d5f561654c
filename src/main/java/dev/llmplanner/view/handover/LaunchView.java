package dev.llmplanner.view.handover;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.handover.Handover;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.launch.Setting;
import dev.llmplanner.handover.launch.Value;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;

/** The launch with the reason for each option, and where the option was looked up. */
final class LaunchView {

    private final Scene scene;
    private final Launch launch;

    LaunchView(Scene scene, Handover made) {
        this.scene = scene;
        this.launch = made.report().launch();
    }

    Html all(Html files) {
        Html view = el("div");
        launch.least().ifPresent(least -> view.add(el("p").text(scene.say("handover.least", Arguments
                .of("engine", scene.say("choice.engine." + launch.order().engine().code())).and("version", least)))));
        return view.add(files).add(el("h2").text(scene.say("handover.reasons"))).add(table());
    }

    private Html table() {
        HandoverWords words = new HandoverWords(scene);
        Html body = el("tbody");
        for (Setting setting : launch.options()) {
            Html source = el("td", "option-source").text(setting.option().source());
            setting.option().foundIn().ifPresent(version -> source.text(" ")
                    .add(el("span").text(scene.say("handover.found-in", Arguments.of("version", version)))));
            body.add(el("tr").key(setting.option().name())
                    .add(el("th").attr("scope", "row").add(el("code").text(setting.option().name())))
                    .add(el("td").add(el("code").text(setting.value().map(LaunchView::shown).orElse(""))))
                    .add(el("td").text(words.say(setting.why().key(), setting.why().arguments())))
                    .add(source));
        }
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", scene.say("handover.reasons"))
                .add(el("table", "records handover-reasons")
                        .add(el("thead").add(el("tr")
                                .add(head("option")).add(head("value")).add(head("reason")).add(head("source"))))
                        .add(body));
    }

    private Html head(String column) {
        return el("th").attr("scope", "col").text(scene.say("handover-report." + column));
    }

    private static String shown(Value value) {
        return value instanceof Value.Text text ? text.text()
                : value instanceof Value.Leader leader ? "$LEADER_ADDRESS" + leader.suffix() : "$NODE_RANK";
    }
}
