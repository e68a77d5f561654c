package dev.llmplanner.view.model;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.memory.KvFootprint;
import dev.llmplanner.engine.model.ParameterCount;
import java.util.ArrayList;
import java.util.List;

/**
 * Models to compare a cache with: those nearest in total parameters, by their ratio, each with a cache unlike those before
 * it.
 */
final class Peers {
    private static final int MOST = 4;

    private Peers() {}

    /** One model and what a sequence leaves on an imaginary device that holds all of it. */
    record Peer(ModelEntry model, KvFootprint footprint) {}

    private record Near(ModelEntry model, double distanceFactor) {}

    /** The model itself, then its peers, nearest first. The model's architecture must be known. */
    static List<Peer> of(ModelEntry model, List<ModelEntry> models, KvFormat format) {
        List<Peer> chosen = new ArrayList<>();
        chosen.add(peer(model, format));
        double size = ParameterCount.of(model.architecture().orElseThrow()).total();
        List<Near> others = new ArrayList<>();
        for (ModelEntry other : models) {
            if (other.architecture().isPresent() && !other.id().equals(model.id())) {
                others.add(new Near(other, distance(other, size)));
            }
        }
        others.sort((a, b) -> Double.compare(a.distanceFactor(), b.distanceFactor()));
        for (Near near : others) {
            ModelEntry other = near.model();
            Peer next = peer(other, format);
            boolean like = false;
            for (Peer before : chosen) {
                like = like || before.footprint().equals(next.footprint());
            }
            if (!like && chosen.size() <= MOST) {
                chosen.add(next);
            }
        }
        return chosen;
    }

    private static Peer peer(ModelEntry model, KvFormat format) {
        return new Peer(model, KvFootprint.of(model.architecture().orElseThrow(), format, Passes.WHOLE));
    }

    /** The larger over the smaller. */
    private static double distance(ModelEntry model, double size) {
        double other = ParameterCount.of(model.architecture().orElseThrow()).total();
        return Math.max(other / size, size / other);
    }
}
