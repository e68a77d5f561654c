package dev.llmplanner.view.model;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.calculator.Reason;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.GuideLink;
import java.util.List;

/** Where the bytes of a decode step go, for each token that it yields. */
final class TrafficView {
    private final Scene scene;
    private final Question question;
    private final Passes.Answer answer;
    private final Part part;

    TrafficView(Scene scene, Question question, Passes.Answer answer) {
        this.scene = scene;
        this.question = question;
        this.answer = answer;
        this.part = new Part(scene);
    }

    Html all() {
        Html section = part.section("traffic");
        return answer.passes().isPresent()
                ? known(section, answer.passes().get())
                : section.add(missing(scene, answer));
    }

    /** Why there is no speed. */
    static Html missing(Scene scene, Passes.Answer answer) {
        Html list = el("ul", "notice");
        for (Finding finding : answer.missing()) {
            list.add(el("li").text(new Reason(scene).finding(finding)));
        }
        return list;
    }

    private Html known(Html section, Passes passes) {
        Traffic traffic = Traffic.of(passes.decode(question.batch(), question.contextTokens()));
        Html body = el("tbody");
        for (Traffic.Part one : traffic.parts()) {
            double share = one.bytes() / traffic.totalBytes();
            body.add(el("tr").key(one.kind().code())
                    .add(el("th").attr("scope", "row").text(scene.say("model-traffic." + one.kind().code()))
                            .when(one.kind() == Traffic.Kind.EXPERTS, () -> experts(passes)))
                    .add(Part.number(scene.figures().bytes(one.bytes() / question.batch())))
                    .add(Part.number(Numbers.share(share, scene)))
                    .add(Part.bar(one.kind().code(), share))
                    .add(Part.number(scene.figures().bytes(one.bytes()))));
        }
        body.add(el("tr", "total").key("total")
                .add(el("th").attr("scope", "row").text(scene.say("model.total")))
                .add(Part.number(scene.figures().bytes(traffic.totalBytes() / question.batch())))
                .add(Part.number(scene.figures().percent(1)))
                .add(el("td"))
                .add(Part.number(scene.figures().bytes(traffic.totalBytes()))));
        return section
                .add(el("p").text(scene.say("model.traffic-lead", Arguments
                        .of("context", scene.figures().tokens(question.contextTokens()))
                        .and("batch", question.batch())
                        .and("bytes", scene.figures().bytes(traffic.totalBytes() / question.batch())))))
                .add(part.table(scene.say("model.traffic"), List.of(
                        part.head("model.read"), part.numberHead("model.per-token"), part.numberHead("model.share"),
                        part.head("model.share-bar"), part.numberHead("model.per-step")), body))
                .add(part.computed("model.traffic-from", "forward-pass"))
                .add(GuideLink.to("where-the-bytes-go", scene));
    }

    private Html experts(Passes passes) {
        MixtureOfExperts mixture = passes.experts().orElseThrow();
        return el("span", "detail").text(scene.say("model.distinct", Arguments
                .of("distinct", scene.words().number(passes.distinctExperts(mixture, question.batch()), 1))
                .and("experts", scene.words().number(mixture.experts(), 0))));
    }
}
