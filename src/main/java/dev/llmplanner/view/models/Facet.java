package dev.llmplanner.view.models;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.screening.ParameterBand;
import dev.llmplanner.screening.Tier;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import java.util.List;
import java.util.stream.Stream;

/** A property that models are filtered by. A model may have several values of it. */
enum Facet {
    VENDOR("vendor", "", List.of()),
    TIER("tier", "tier.", Stream.of(Tier.values()).map(Tier::code).toList()),
    BAND("band", "filter.band.", Stream.of(ParameterBand.values()).map(ParameterBand::code).toList()),
    KIND("kind", "filter.kind.", List.of("moe", "dense")),
    ATTENTION("attention", "attention.", List.of("full", "mha", "mqa", "sliding", "chunked", "mla", "mla-sliding", "dsa",
            "query-sparse", "mfa", "cross", "compressed", "gated-delta", "kda", "lightning", "mamba1", "mamba2")),
    PRECISION("precision", "filter.precision.", Precision.CODES),
    /** Each length that the context reaches. */
    CONTEXT("context", "filter.context.", List.of("32768", "131072", "262144", "1048576")),
    MODALITY("modality", "modality.", List.of("text", "image", "video", "audio", "scientific")),
    LICENCE("licence", "licence.", List.of("commercial", "restricted", "unknown")),
    CONFIDENCE("confidence", "filter.confidence.", List.of("high", "medium", "low"));

    static final List<Facet> ALL = List.of(values());

    private final String code;
    private final String family;
    private final List<String> values;

    Facet(String code, String family, List<String> values) {
        this.code = code;
        this.family = family;
        this.values = values;
    }

    /** The name in links and messages. */
    String code() {
        return code;
    }

    /** All values, in the order of the page; vendors in the catalog's. */
    List<String> values(State state, Resources resources) {
        return this == VENDOR
                ? new Scene(state, resources).models().stream().map(ModelEntry::vendor).distinct().toList()
                : values;
    }

    /** What people call that value. */
    String label(String value, Scene scene) {
        return this == VENDOR ? scene.vendor(value) : scene.say(family + value);
    }
}
