package dev.llmplanner.view.scenario;

import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ServingEngine;
import java.util.List;
import java.util.stream.Stream;

/** The words that a field of a few words may hold. */
public final class Choices {

    /** The checkpoint as released. */
    public static final String NATIVE = "native";
    /** Hardware named by its accelerator. */
    public static final String BY_ACCELERATOR = "accelerator";
    /** Hardware named by its server. */
    public static final String BY_SERVER = "server";
    /** The planner chooses the layout. */
    public static final String AUTO = "auto";
    /** The person writes the layout. */
    public static final String OWN = "own";
    /** Load as requests in flight. */
    public static final String BY_CONCURRENCY = "concurrency";
    /** Load as requests per second. */
    public static final String BY_RATE = "rate";

    private Choices() {}

    /** The words of that field, in the order of the page; empty for a field that takes other texts. */
    public static List<String> of(Field field) {
        return switch (field) {
            case WEIGHTS -> dev.llmplanner.contract.Choices.WEIGHTS;
            case KV_CACHE -> Stream.concat(Stream.of(""), Stream.of(KvFormat.values()).map(KvFormat::code)).toList();
            case HARDWARE -> List.of(BY_ACCELERATOR, BY_SERVER);
            case LAYOUT -> List.of(AUTO, OWN);
            case ENGINE -> Stream.of(ServingEngine.values()).map(ServingEngine::code).toList();
            case LOAD -> List.of(BY_CONCURRENCY, BY_RATE);
            case ARRIVAL -> Stream.of(Arrival.values()).map(Arrival::code).toList();
            default -> List.of();
        };
    }
}
