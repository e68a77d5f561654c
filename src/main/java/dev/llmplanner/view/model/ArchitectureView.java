package dev.llmplanner.view.model;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.memory.KvFootprint;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.DraftLayers;
import dev.llmplanner.engine.model.FeedForward;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.NoFeedForward;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.engine.model.Tensors;
import dev.llmplanner.screening.AttentionKind;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers drawn from top to bottom as a token passes them: embedding, attention and feed-forward side by side, each by
 * groups of like layers, then the head. The drawing is text in boxes: read aloud, it says all that it shows.
 */
public final class ArchitectureView {
    private static final int MOST_GROUPS = 6;

    private final Scene scene;
    private final Architecture architecture;
    private final String pattern;
    private final Part part;

    /**
     * @param pattern how the record describes the order of the layers; blank where it doesn't
     */
    public ArchitectureView(Scene scene, Architecture architecture, String pattern) {
        this.pattern = pattern;
        this.scene = scene;
        this.architecture = architecture;
        this.part = new Part(scene);
    }

    /** The section. */
    public Html all() {
        Html stack = el("div", "stack")
                .add(wide("embedding", scene.say("model-arch.embedding", size()), List.of()))
                .add(el("div", "columns").add(attention()).add(feedForward()));
        architecture.draft().ifPresent(draft -> stack.add(draft(draft)));
        return part.section("architecture")
                .add(el("p").text(scene.say("model.architecture-lead", Arguments.of("layers", architecture.layers())
                        .and("hidden", architecture.hiddenSize()))))
                .add(stack.add(wide("head", scene.say(
                        architecture.tiedEmbeddings() ? "model-arch.head-tied" : "model-arch.head", size()), List.of())))
                .add(el("p", "help").text(scene.say("model.architecture-order")))
                .when(!pattern.isEmpty(), () -> el("p", "help")
                        .text(scene.say("model.architecture-pattern"))
                        .text(" ")
                        .add(el("span").attr("lang", "en").text(pattern)));
    }

    private Arguments size() {
        return Arguments.of("words", architecture.vocabularySize()).and("hidden", architecture.hiddenSize());
    }

    private static Html wide(String kind, String text, List<String> lines) {
        return el("div", "block part-" + kind).key(kind).add(el("strong").text(text)).add(list(lines));
    }

    private static Html list(List<String> lines) {
        Html list = el("ul");
        for (String line : lines) {
            list.add(el("li").text(line));
        }
        return list;
    }

    private Html attention() {
        Html column = el("div", "column").key("attention").add(el("h3").text(scene.say("model-arch.attention")));
        List<Double> kv = KvFootprint.bytesPerTokenByGroup(architecture, KvFormat.BF16, Passes.WHOLE, false);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < architecture.attention().size(); i++) {
            AttentionGroup group = architecture.attention().get(i);
            List<String> lines = new ArrayList<>(group.attention().match(new AttentionLines(scene)));
            if (kv.get(i) > 0) {
                lines.add(scene.say("model-arch.kv", Arguments.of("bytes", scene.figures().bytes(kv.get(i)))));
            }
            double elements = Tensors.elements(group.attention(), architecture.hiddenSize());
            String kind = group.attention().match(new AttentionKind());
            boolean none = kind.equals("none");
            layers.add(new Layer(group.layers(), none ? "none" : lines.contains(scene.say("model-arch.state"))
                    ? "state" : "attention", scene.say("attention." + kind), lines, group.layers() * elements));
        }
        return column.add(strip(layers)).add(blocks(layers));
    }

    private Html feedForward() {
        Html column = el("div", "column").key("feed-forward").add(el("h3").text(scene.say("model-arch.feed-forward")));
        List<Layer> layers = new ArrayList<>();
        for (FeedForwardGroup group : architecture.feedForward()) {
            FeedForward one = group.feedForward();
            String kind = one instanceof MixtureOfExperts ? "experts" : one instanceof NoFeedForward ? "none" : "dense";
            layers.add(new Layer(group.layers(), kind, scene.say("model-kind." + kind),
                    one.match(new FeedForwardLines(scene)),
                    group.layers() * Tensors.elements(one, architecture.hiddenSize())));
        }
        return column.add(strip(layers)).add(blocks(layers));
    }

    /** A group of layers as it is drawn. */
    private record Layer(int count, String kind, String name, List<String> lines, double parametersCount) {}

    /** How many layers each group has, to scale. What it shows stands in the blocks. */
    private static Html strip(List<Layer> layers) {
        double all = 0;
        for (Layer layer : layers) {
            all += layer.count();
        }
        Html strip = el("svg", "layer-strip").attr("viewBox", "0 0 100 8").attr("preserveAspectRatio", "none")
                .aria("hidden", true).attr("focusable", "false");
        double from = 0;
        for (int i = 0; i < layers.size(); i++) {
            double width = 100 * layers.get(i).count() / all;
            strip.add(el("rect", "part-" + layers.get(i).kind()).key(Integer.toString(i))
                    .attr("x", from).attr("width", width).attr("height", 8));
            from += width;
        }
        return strip;
    }

    /** The blocks; those beyond the first few are folded away. */
    private Html blocks(List<Layer> layers) {
        Html list = el("ol", "blocks");
        Html more = el("ol", "blocks");
        for (int i = 0; i < layers.size(); i++) {
            (i < MOST_GROUPS ? list : more).add(block(layers.get(i), i));
        }
        return layers.size() <= MOST_GROUPS
                ? list
                : el("div").add(list).add(el("details")
                        .add(el("summary").text(scene.say("model-arch.more",
                                Arguments.of("count", layers.size() - MOST_GROUPS))))
                        .add(more));
    }

    private Html block(Layer layer, int place) {
        Html block = el("li", "block part-" + layer.kind()).key(Integer.toString(place))
                .add(el("strong").text(scene.say("model-arch.group",
                        Arguments.of("count", layer.count()).and("name", layer.name()))))
                .add(list(layer.lines()));
        return block.when(layer.parametersCount() > 0, () -> el("p", "detail").text(scene.say("model-arch.parameters",
                Arguments.of("count", Numbers.parameters(layer.parametersCount(), scene)))));
    }

    private Html draft(DraftLayers draft) {
        List<String> lines = new ArrayList<>();
        lines.add(scene.say("attention." + draft.attention().match(new AttentionKind())));
        lines.addAll(draft.feedForward().match(new FeedForwardLines(scene)));
        lines.add(scene.say("model-arch.parameters", Arguments.of("count",
                Numbers.parameters(ParameterCount.of(architecture).draft(), scene))));
        return wide("draft", scene.say("model-arch.draft", Arguments.of("count", draft.layers())), lines);
    }
}
