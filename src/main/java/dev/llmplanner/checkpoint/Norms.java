package dev.llmplanner.checkpoint;

import dev.llmplanner.json.JsonNumber;

/** The weights of the norms outside attention. */
final class Norms {

    private Norms() {}

    static void write(RecordWriter architecture, Fields fields, Figure layers, Figure hiddenSize) {
        Family family = fields.family();
        if (family.has(Trait.NORMS_OF_BLOOM) || family.has(Trait.NORMS_OF_FALCON)) {
            double norms = 2.0 * layers.value() + (family.has(Trait.NORMS_OF_BLOOM) ? 2 : 1);
            Figure from = Figure.computed(0, layers, hiddenSize);
            architecture.put("normParameters", new JsonNumber(norms * 2 * hiddenSize.value()),
                    Derivation.Origin.COMPUTED, from.fields());
            return;
        }
        if (fields.isSet("sandwich_norm")) {
            architecture.put("normsPerLayer", Figure.read(4, fields.path("sandwich_norm")));
            return;
        }
        architecture.put("normsPerLayer", Figure.family(
                family.has(Trait.NORMS_ONE) ? 1 : family.has(Trait.NORMS_THREE) ? 3 : family.has(Trait.NORMS_FOUR) ? 4 : 2));
    }
}
