package dev.llmplanner.view.model;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.memory.WeightMemory;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.screening.ModelProfile;
import dev.llmplanner.screening.Precisions;
import dev.llmplanner.screening.Terms;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.calculator.Reason;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Weights in each published precision, and the fewest GPUs of the chosen kind that hold them. */
final class FormatsView {
    private final Scene scene;
    private final ModelEntry model;
    private final Architecture architecture;
    private final Map<String, Fits.Fit> fits;
    private final Part part;

    FormatsView(Scene scene, ModelEntry model) {
        this.scene = scene;
        this.model = model;
        this.architecture = model.architecture().orElseThrow();
        this.fits = ModelState.fits(scene.state()).answers();
        this.part = new Part(scene);
    }

    Html all() {
        Html body = el("tbody");
        for (String precision : Precisions.of(model)) {
            body.add(row(precision));
        }
        Terms terms = Terms.REFERENCE;
        return part.section("formats")
                .add(el("p", "help").text(scene.say("model.formats-terms", Arguments
                        .of("input", terms.inputTokens()).and("output", terms.outputTokens()).and("users", terms.users()))))
                .add(part.table(scene.say("model.formats"), List.of(
                        part.head("model.precision"), part.numberHead("model.weights"), part.numberHead("model.gpus"),
                        part.head("model.layout"), part.numberHead("model.single"), part.numberHead("model.server")),
                        body))
                .add(part.computed("model.formats-from", "memory-plan"));
    }

    private Html row(String precision) {
        double bytes = WeightMemory.checkpointBytes(architecture, precision.equals(Precisions.NATIVE)
                ? model.nativeRecipe() : model.recipes().get(precision));
        Html row = el("tr").key(precision)
                .add(el("th").attr("scope", "row").text(TermsView.precision(precision, model, scene)))
                .add(Part.number(scene.figures().gibibytesBare(bytes)));
        Fits.Fit fit = fits.get(precision);
        if (fit == null) {
            return row.add(el("td", "missing").attr("colspan", 4).text(scene.say("model.computing")));
        }
        ModelProfile profile = fit.profile();
        String none = scene.say("figure.absent");
        row.add(gpus(fit))
                .add(el("td").text(profile.layout().filter(layout -> profile.minimumGpus().isPresent())
                        .map(this::layout).orElse(none)));
        Optional<String> reason = profile.missing().map(new Reason(scene)::finding);
        return reason.isPresent()
                ? row.add(el("td", "missing").attr("colspan", 2).text(reason.get()))
                : row.add(Part.number(profile.singleUserTokensPerSecond()
                                .map(scene.figures()::tokensPerSecondBand).orElse(none)))
                        .add(Part.number(profile.outputTokensPerSecondPerServer()
                                .map(scene.figures()::tokensPerSecondBand).orElse(none)));
    }

    private Html gpus(Fits.Fit fit) {
        if (fit.profile().minimumGpus().isEmpty()) {
            return Part.number(scene.say("figure.absent"));
        }
        return Part.number(scene.words().number(fit.profile().minimumGpus().getAsInt(), 0))
                .add(part.formula("memoryPerGpu.weightsBytes", scene.say("model.weights-per-gpu"), fit.request()));
    }

    /** A layout as engineers write it; degrees of one are left out. */
    private String layout(ParallelLayout layout) {
        String text = scene.say("model-layout.tp", Arguments.of("degree", layout.tensorParallel()));
        if (layout.pipelineParallel() > 1) {
            text = pair(text, scene.say("model-layout.pp", Arguments.of("degree", layout.pipelineParallel())));
        }
        if (layout.expertParallel() > 1) {
            text = pair(text, scene.say("model-layout.ep", Arguments.of("degree", layout.expertParallel())));
        }
        return layout.attentionDataParallel() > 1
                ? pair(text, scene.say("model-layout.dp", Arguments.of("degree", layout.attentionDataParallel())))
                : text;
    }

    private String pair(String first, String second) {
        return scene.say("list.pair", Arguments.of("first", first).and("second", second));
    }
}
