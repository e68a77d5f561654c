package dev.llmplanner.view.scenario;

import java.util.Optional;

/**
 * A workload to start from. The numbers are round examples of their kind, not measurements; each stands in its field,
 * where it can be changed.
 */
public enum Preset {
    CHAT("chat", 1024, 1024, 64, "poisson"),
    RETRIEVAL("rag", 8192, 1024, 32, "poisson"),
    CODE("code", 4096, 512, 48, "poisson"),
    LONG_DOCUMENT("document", 65_536, 1024, 4, "poisson"),
    AGENT("agent", 16_384, 2048, 16, "poisson"),
    BATCH("batch", 2048, 512, 256, "closed-loop");

    private final String code;
    private final String inputTokens;
    private final String outputTokens;
    private final String concurrency;
    private final String arrival;

    Preset(String code, int inputTokens, int outputTokens, int concurrency, String arrival) {
        this.code = code;
        this.inputTokens = Integer.toString(inputTokens);
        this.outputTokens = Integer.toString(outputTokens);
        this.concurrency = Integer.toString(concurrency);
        this.arrival = arrival;
    }

    /** The name in messages and events. */
    public String code() {
        return code;
    }

    /** The scenario with this workload. */
    public Scenario applyTo(Scenario scenario) {
        return scenario.with(Field.INPUT_TOKENS, inputTokens)
                .with(Field.OUTPUT_TOKENS, outputTokens)
                .with(Field.LOAD, Choices.BY_CONCURRENCY)
                .with(Field.CONCURRENCY, concurrency)
                .with(Field.ARRIVAL, arrival);
    }

    /** The preset whose numbers the scenario holds; empty for numbers of one's own. */
    public static Optional<Preset> of(Scenario scenario) {
        for (Preset preset : values()) {
            if (preset.applyTo(scenario).equals(scenario)) {
                return Optional.of(preset);
            }
        }
        return Optional.empty();
    }
}
