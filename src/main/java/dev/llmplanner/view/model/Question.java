package dev.llmplanner.view.model;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.screening.Precisions;
import dev.llmplanner.screening.Profiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The terms of a model's page.
 *
 * @param accelerator   catalog id
 * @param weights       precision as requests name it
 * @param contextTokens of every sequence
 * @param batch         sequences that decode together
 */
record Question(String accelerator, String weights, int contextTokens, int batch) {

    /** Before anything was chosen. */
    static final Question INITIAL = new Question(Profiles.REFERENCE_ACCELERATOR, Precisions.NATIVE, 8192, 32);

    private static final String ACCELERATOR = "hw";
    private static final String WEIGHTS = "weights";
    private static final String CONTEXT = "context";
    private static final String BATCH = "batch";
    private static final int MOST_TOKENS = 100_000_000;
    private static final int MOST_SEQUENCES = 65_536;

    /** The same as that model allows it: its own precision where the other isn't published, and no more than its context. */
    Question of(ModelEntry model) {
        return new Question(
                accelerator,
                Precisions.of(model).contains(weights) ? weights : Precisions.NATIVE,
                Math.min(contextTokens, model.maxContextTokens().orElse(MOST_TOKENS)),
                batch);
    }

    Question withAccelerator(String other) {
        return new Question(other, weights, contextTokens, batch);
    }

    Question withWeights(String other) {
        return new Question(accelerator, other, contextTokens, batch);
    }

    Question withContext(int tokens) {
        return new Question(accelerator, weights, tokens, batch);
    }

    Question withBatch(int sequences) {
        return new Question(accelerator, weights, contextTokens, sequences);
    }

    /** As it stands in the page's address, defaults left out. */
    Map<String, String> link() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!accelerator.equals(INITIAL.accelerator)) {
            texts.put(ACCELERATOR, accelerator);
        }
        if (!weights.equals(INITIAL.weights)) {
            texts.put(WEIGHTS, weights);
        }
        if (contextTokens != INITIAL.contextTokens) {
            texts.put(CONTEXT, Integer.toString(contextTokens));
        }
        if (batch != INITIAL.batch) {
            texts.put(BATCH, Integer.toString(batch));
        }
        return texts;
    }

    /**
     * The terms in the address of a model's page.
     *
     * @param texts   its own are taken out
     * @param ignored takes those that can't be used
     */
    static Question read(
            Map<String, String> texts, Optional<ModelEntry> model, Catalog catalog, List<String> ignored) {
        List<String> precisions = model.map(Precisions::of).orElse(List.of());
        int longest = model.map(ModelEntry::maxContextTokens).orElse(OptionalInt.empty()).orElse(MOST_TOKENS);
        String accelerator = taken(ACCELERATOR, texts, ignored, text -> catalog.accelerator(text).isPresent());
        String weights = taken(WEIGHTS, texts, ignored, precisions::contains);
        String context = taken(CONTEXT, texts, ignored, text -> count(text, longest).isPresent());
        String batch = taken(BATCH, texts, ignored, text -> count(text, MOST_SEQUENCES).isPresent());
        return new Question(
                accelerator.isEmpty() ? INITIAL.accelerator : accelerator,
                weights.isEmpty() ? INITIAL.weights : weights,
                count(context, MOST_TOKENS).orElse(INITIAL.contextTokens),
                count(batch, MOST_SEQUENCES).orElse(INITIAL.batch));
    }

    /** What makes a text usable. */
    private interface Usable {
        boolean is(String text);
    }

    private static String taken(String name, Map<String, String> texts, List<String> ignored, Usable usable) {
        String text = texts.remove(name);
        if (text == null || usable.is(text)) {
            return text == null ? "" : text;
        }
        ignored.add(name + "=" + text);
        return "";
    }

    /** A whole number from 1 to {@code most}, in plain digits. */
    static Optional<Integer> count(String text, int most) {
        boolean digits = !text.isEmpty() && text.length() <= 9
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = digits ? Integer.parseInt(text) : 0;
        return value >= 1 && value <= most ? Optional.of(value) : Optional.empty();
    }
}
