package dev.llmplanner.view.model;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.screening.Precisions;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Formats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** The controls: accelerator, precision, context, batch. All that stands below them follows. */
final class TermsView {
    private static final int LEAST_CONTEXT = 1024;
    private static final int LONGEST = 1_048_576;
    private static final int LARGEST_BATCH = 512;

    private final Scene scene;
    private final ModelEntry model;
    private final Question question;

    TermsView(Scene scene, ModelEntry model, Question question) {
        this.scene = scene;
        this.model = model;
        this.question = question;
    }

    Html all() {
        return el("form", "terms").key("terms").aria("label", scene.say("model.terms"))
                .onInstead("submit", e -> new Event.Nothing())
                .add(el("p", "terms-lead").text(scene.say("model.terms")))
                .add(field("accelerator", accelerators(), id -> question.withAccelerator(id)))
                .add(field("weights", weights(), code -> question.withWeights(code)))
                .add(field("context", counts(contexts(), question.contextTokens()),
                        text -> question.withContext(Integer.parseInt(text))))
                .add(field("batch", counts(batches(), question.batch()),
                        text -> question.withBatch(Integer.parseInt(text))));
    }

    private Html field(String name, List<Html> options, Function<String, Question> next) {
        String id = "term-" + name;
        return el("div", "field").key(name)
                .add(el("label", "label").attr("for", id).text(scene.say("model-term." + name)))
                .add(el("select").id(id).on("change", e -> new ModelState.Asked(next.apply(e.value()))).add(options));
    }

    private static Html option(String value, boolean selected, String text) {
        return el("option").key(value).attr("value", value).flag("selected", selected).text(text);
    }

    private List<Html> accelerators() {
        Map<String, Html> vendors = new LinkedHashMap<>();
        for (AcceleratorEntry entry : scene.catalog().accelerators()) {
            vendors.computeIfAbsent(entry.vendor(),
                            vendor -> el("optgroup").key(vendor).attr("label", scene.vendor(vendor)))
                    .add(option(entry.id(), entry.id().equals(question.accelerator()), entry.name()));
        }
        return new ArrayList<>(vendors.values());
    }

    private List<Html> weights() {
        List<Html> options = new ArrayList<>();
        for (String code : Precisions.of(model)) {
            options.add(option(code, code.equals(question.weights()), precision(code, model, scene)));
        }
        return options;
    }

    /** A precision as people call it. */
    static String precision(String code, ModelEntry model, Scene scene) {
        return code.equals(Precisions.NATIVE)
                ? scene.say("choice.weights.native-is",
                        Arguments.of("format", Formats.recipe(model.nativeRecipe(), scene)))
                : scene.say("choice.weights." + code);
    }

    private TreeSet<Integer> contexts() {
        int longest = model.maxContextTokens().orElse(LONGEST);
        TreeSet<Integer> contexts = new TreeSet<>();
        for (int tokens = LEAST_CONTEXT; tokens < longest; tokens *= 2) {
            contexts.add(tokens);
        }
        contexts.add(longest);
        return contexts;
    }

    private static TreeSet<Integer> batches() {
        TreeSet<Integer> batches = new TreeSet<>();
        for (int batch = 1; batch <= LARGEST_BATCH; batch *= 2) {
            batches.add(batch);
        }
        return batches;
    }

    /** The usual numbers, and the present one where a link named another. */
    private List<Html> counts(TreeSet<Integer> usual, int present) {
        usual.add(present);
        List<Html> options = new ArrayList<>();
        for (int count : usual) {
            options.add(option(Integer.toString(count), count == present, scene.words().number(count, 0)));
        }
        return options;
    }
}
