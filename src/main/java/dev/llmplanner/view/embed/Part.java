package dev.llmplanner.view.embed;

import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.scenario.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of the Calculator that the parameter {@code hide} can leave out. */
enum Part {
    MODEL("model"),
    HARDWARE("hardware"),
    ENGINE("engine"),
    WORKLOAD("workload"),
    ADVANCED("advanced"),
    FINDINGS("findings"),
    MEMORY("memory"),
    KV("kv"),
    SPEED("speed"),
    /** The buttons that open a formula. */
    WORK("work"),
    /** The way into the planner, below everything. */
    LINK("link");

    /** All codes. */
    static final List<String> CODES = Stream.of(values()).map(Part::code).toList();

    private final String code;

    Part(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Part> of(String code) {
        return Stream.of(values()).filter(part -> part.code.equals(code)).findFirst();
    }

    /** The part that holds that field. */
    static Part of(Field field) {
        return switch (field) {
            case MODEL, WEIGHTS, KV_CACHE -> MODEL;
            case HARDWARE, ACCELERATOR, SERVER, NODES, FABRIC, GPUS -> HARDWARE;
            case LAYOUT, TENSOR_PARALLEL, PIPELINE_PARALLEL, EXPERT_PARALLEL, ATTENTION_DATA_PARALLEL, ENGINE -> ENGINE;
            case INPUT_TOKENS, OUTPUT_TOKENS, LOAD, CONCURRENCY, REQUESTS_PER_SECOND, ARRIVAL -> WORKLOAD;
            case PREFIX_HITS, SPECULATION_DEPTH, SPECULATION_ACCEPTANCE, MEMORY_FRACTION, MAX_MODEL_LENGTH,
                    MAX_BATCHED_TOKENS -> ADVANCED;
        };
    }

    /** Whether that element of the Calculator's page is this part. */
    boolean is(Element element) {
        return switch (this) {
            case MODEL, HARDWARE, ENGINE, WORKLOAD -> element.key().equals(Optional.of("inputs." + code));
            case ADVANCED -> hasClass(element, "advanced");
            case FINDINGS, MEMORY, KV, SPEED -> element.tag().equals("section") && hasClass(element, code);
            case WORK -> hasClass(element, "work-button");
            case LINK -> false;
        };
    }

    static boolean hasClass(Element element, String name) {
        return element.attribute("class").filter(classes -> (" " + classes + " ").contains(" " + name + " ")).isPresent();
    }
}
