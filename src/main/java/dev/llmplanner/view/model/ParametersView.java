package dev.llmplanner.view.model;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.ExtraParameters;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** Where the parameters are, and which of them a token passes. */
public final class ParametersView {
    private final Scene scene;
    private final Architecture architecture;
    private final Part part;

    public ParametersView(Scene scene, Architecture architecture) {
        this.scene = scene;
        this.architecture = architecture;
        this.part = new Part(scene);
    }

    /** The section. */
    public Html all() {
        ParameterParts parts = ParameterParts.of(architecture);
        Html body = el("tbody");
        for (ParameterParts.Part one : parts.parts()) {
            double share = one.count() / parts.totalCount();
            body.add(el("tr").key(one.code())
                    .add(name(one.code()))
                    .add(Part.number(Numbers.parameters(one.count(), scene)))
                    .add(Part.number(Numbers.share(share, scene)))
                    .add(Part.bar(one.code(), share))
                    .add(Part.number(Numbers.parameters(one.activeCount(), scene)))
                    .add(Part.number(Numbers.share(one.activeCount() / parts.activeCount(), scene))));
        }
        Html section = part.section("parameters")
                .add(part.table(scene.say("model.parameters"), List.of(
                        part.head("model.part"), part.numberHead("model.count"), part.numberHead("model.share"),
                        part.head("model.share-bar"), part.numberHead("model.active-count"),
                        part.numberHead("model.active-share")), body.add(total(parts))));
        if (parts.draftCount() > 0) {
            section.add(el("p", "help").text(scene.say("model.draft-beside",
                    Arguments.of("count", Numbers.parameters(parts.draftCount(), scene)))));
        }
        return section.add(part.computed("model.parameters-from", "weights"));
    }

    private Html name(String code) {
        Html name = el("th").attr("scope", "row").text(scene.say("model-part." + code));
        if (code.equals("extras")) {
            for (ExtraParameters extra : architecture.extras()) {
                name.when(extra.inTotal(), () -> el("span", "detail").attr("lang", "en").text(extra.name()));
            }
        }
        return name;
    }

    private Html total(ParameterParts parts) {
        return el("tr", "total").key("total")
                .add(el("th").attr("scope", "row").text(scene.say("model.total")))
                .add(Part.number(Numbers.parameters(parts.totalCount(), scene)))
                .add(Part.number(scene.figures().percent(1)))
                .add(el("td"))
                .add(Part.number(Numbers.parameters(parts.activeCount(), scene)))
                .add(Part.number(scene.figures().percent(1)));
    }
}
