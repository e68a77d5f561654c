package dev.llmplanner.view.model;

import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FeedForward;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.NoFeedForward;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;

/** The shape of a feed-forward, a line for each of its parts. */
final class FeedForwardLines implements FeedForward.Cases<List<String>> {
    private final Scene scene;

    FeedForwardLines(Scene scene) {
        this.scene = scene;
    }

    @Override
    public List<String> dense(DenseFeedForward f) {
        return List.of(scene.say("model-arch.wide",
                Arguments.of("size", f.intermediateSize()).and("matrices", f.matrices())));
    }

    @Override
    public List<String> mixture(MixtureOfExperts f) {
        List<String> lines = new ArrayList<>();
        lines.add(scene.say("model-arch.experts",
                Arguments.of("experts", f.experts()).and("chosen", f.expertsPerToken())));
        lines.add(scene.say("model-arch.expert-wide", Arguments.of("size", f.intermediateSize())));
        add(lines, "model-arch.shared", f.sharedIntermediateSize());
        add(lines, "model-arch.dense-residual", f.denseResidualSize());
        add(lines, "model-arch.latent-experts", f.latentSize());
        add(lines, "model-arch.zero-experts", f.zeroExperts());
        return lines;
    }

    private void add(List<String> lines, String key, int size) {
        if (size > 0) {
            lines.add(scene.say(key, Arguments.of("size", size)));
        }
    }

    @Override
    public List<String> none(NoFeedForward f) {
        return List.of();
    }
}
