package dev.llmplanner.checkpoint;

import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonString;
import java.util.List;
import java.util.Optional;

/** Multi-token-prediction layers, as the record writes them. They are no part of the totals. */
final class DraftPlan {

    private static final String[] LAYERS = {
        "num_nextn_predict_layers", "mtp_num_hidden_layers", "num_mtp_layers", "num_nextn_layers"};

    /** Norms of a published draft layer: two of the block, two of the joined inputs, one behind it. */
    private static final int NORMS = 5;

    private DraftPlan() {}

    static Optional<Figure> layers(Fields fields) {
        Optional<Figure> modules = fields.maybe(Limits.LAYERS, "num_mtp_modules");
        Optional<Figure> layers = fields.maybe(Limits.LAYERS, LAYERS);
        return layers.isPresent() || fields.has(LAYERS) ? layers : modules;
    }

    static Optional<RecordWriter> write(
            Fields fields, Figure hiddenSize, List<RecordWriter> attention, boolean experts, FeedForwardPlan feedForward) {
        Optional<Figure> layers = layers(fields);
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        Family family = fields.family();
        boolean shipped = !family.has(Trait.DRAFT_NOT_SHIPPED) && !family.has(Trait.DRAFT_UNKNOWN);
        RecordWriter mtp = new RecordWriter().put("layers", layers.get())
                .put("inCheckpoint", new JsonBoolean(shipped), Derivation.Origin.FAMILY, List.of());
        int group = group(attention, family.has(Trait.DRAFT_SLIDING_DENSE) ? "sliding" : "");
        if (family.has(Trait.DRAFT_UNKNOWN) || group < 0) {
            return Optional.of(mtp.raw("notComputable", new JsonString("fields-not-published")));
        }
        boolean dense = family.has(Trait.DRAFT_SLIDING_DENSE) || !experts;
        mtp.put("attentionGroup", Figure.family(group)).put("feedForward", dense ? "dense" : "moe");
        if (dense) {
            mtp.put("denseIntermediateSize", feedForward.denseWidth(experts));
        }
        mtp.put("norms", Figure.family(NORMS))
                .flag("includesEmbedding", family.has(Trait.DRAFT_COPIES), List.of())
                .flag("includesHead", family.has(Trait.DRAFT_COPIES) || family.has(Trait.DRAFT_HEAD_PER_LAYER), List.of())
                .flag("perLayerEmbedding", family.has(Trait.DRAFT_HEAD_PER_LAYER), List.of());
        ExtrasPlan.draftHyperConnections(fields, hiddenSize).ifPresent(other -> mtp.put("otherParameters", other));
        return Optional.of(mtp);
    }

    /** The group whose shape draft layers have: the named kind, else the first that attends. */
    private static int group(List<RecordWriter> attention, String kind) {
        for (int i = 0; i < attention.size(); i++) {
            String found = attention.get(i).kind();
            if (kind.isEmpty() ? !found.equals("none") && !found.equals("cross") : found.equals(kind)) {
                return i;
            }
        }
        return kind.isEmpty() ? -1 : group(attention, "");
    }
}
