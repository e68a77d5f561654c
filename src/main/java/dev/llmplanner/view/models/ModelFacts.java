package dev.llmplanner.view.models;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.catalog.Vendor;
import dev.llmplanner.screening.ModelProfile;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Chips;
import dev.llmplanner.view.widget.Formats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One model as the Models view knows it.
 *
 * @param model   of the catalog
 * @param profile on the reference; absent until it is computed
 * @param found   all texts that a search finds it by, in lower case, in every language
 * @param values  by facet
 */
record ModelFacts(ModelEntry model, Optional<ModelProfile> profile, String found, Map<Facet, List<String>> values) {

    static ModelFacts of(ModelEntry model, Optional<ModelProfile> profile, Scene scene) {
        return new ModelFacts(model, profile, found(model, profile, scene), values(model, profile));
    }

    private static Map<Facet, List<String>> values(ModelEntry model, Optional<ModelProfile> profile) {
        Map<Facet, List<String>> values = new LinkedHashMap<>();
        for (Facet facet : Facet.ALL) {
            values.put(facet, switch (facet) {
                case VENDOR -> List.of(model.vendor());
                case TIER -> profile.map(known -> List.of(known.tier().code())).orElse(List.of());
                case BAND -> profile.map(known -> List.of(known.band().code())).orElse(List.of());
                case KIND -> List.of(model.mixture() ? "moe" : "dense");
                case ATTENTION -> profile.map(ModelProfile::attentionKinds).orElse(List.of());
                case PRECISION -> Precision.of(model);
                case CONTEXT -> contexts(model);
                case MODALITY -> model.modalities();
                case LICENCE -> List.of(use(model));
                case CONFIDENCE -> profile.map(known -> List.of(Chips.code(known.confidence()))).orElse(List.of());
            });
        }
        return values;
    }

    /** The code of what the licence says of commercial use. */
    static String use(ModelEntry model) {
        Optional<Boolean> commercial = model.licence().commercialUse();
        return commercial.isEmpty() ? "unknown" : commercial.get() ? "commercial" : "restricted";
    }

    private static List<String> contexts(ModelEntry model) {
        List<String> reached = new ArrayList<>();
        if (model.maxContextTokens().isPresent()) {
            for (int tokens = 32_768; tokens <= model.maxContextTokens().getAsInt(); tokens = next(tokens)) {
                reached.add(Integer.toString(tokens));
            }
        }
        return reached;
    }

    private static int next(int tokens) {
        return tokens == 32_768 ? 131_072 : tokens == 131_072 ? 262_144 : tokens == 262_144 ? 1_048_576 : Integer.MAX_VALUE;
    }

    private static String found(ModelEntry model, Optional<ModelProfile> profile, Scene scene) {
        Vendor vendor = scene.catalog().vendor(model.vendor());
        StringBuilder found = new StringBuilder(model.id()).append(' ').append(model.name()).append(' ')
                .append(vendor.englishName()).append(' ').append(vendor.chineseName()).append(' ')
                .append(model.licence().name().orElse("")).append(' ')
                .append(attention(profile, scene)).append(' ')
                .append(Formats.recipe(model.nativeRecipe(), scene)).append(' ')
                .append(Facet.KIND.label(model.mixture() ? "moe" : "dense", scene));
        for (String alias : vendor.aliases()) {
            found.append(' ').append(alias);
        }
        for (ModelEntry.Repository repository : model.repositories()) {
            found.append(' ').append(repository.name());
        }
        return found.toString().toLowerCase();
    }

    /** The kinds of attention in words. */
    static String attention(Optional<ModelProfile> profile, Scene scene) {
        List<String> kinds = profile.map(ModelProfile::attentionKinds).orElse(List.of());
        return kinds.isEmpty() ? scene.say("attention.unknown") : list(kinds, "attention.", scene);
    }

    static String list(List<String> codes, String family, Scene scene) {
        String text = "";
        for (String code : codes) {
            String name = scene.say(family + code);
            text = text.isEmpty() ? name : scene.say("list.pair", Arguments.of("first", text).and("second", name));
        }
        return text;
    }
}
