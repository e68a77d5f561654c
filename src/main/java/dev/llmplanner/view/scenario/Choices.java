package dev.llmplanner.view.scenario;

import java.util.ArrayList;
import java.util.List;

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

    private static final List<String> KV_CACHE = orBlank(dev.llmplanner.contract.Choices.KV_CACHE);

    private Choices() {}

    private static List<String> orBlank(List<String> codes) {
        List<String> all = new ArrayList<>(codes);
        all.add(0, "");
        return List.copyOf(all);
    }

    /** The words of that field, in the order of the page; empty for a field that takes other texts. */
    public static List<String> of(Field field) {
        return switch (field) {
            case WEIGHTS -> dev.llmplanner.contract.Choices.WEIGHTS;
            case KV_CACHE -> KV_CACHE;
            case HARDWARE -> List.of(BY_ACCELERATOR, BY_SERVER);
            case LAYOUT -> List.of(AUTO, OWN);
            case ENGINE -> dev.llmplanner.contract.Choices.ENGINES;
            case LOAD -> List.of(BY_CONCURRENCY, BY_RATE);
            case ARRIVAL -> dev.llmplanner.contract.Choices.ARRIVALS;
            default -> List.of();
        };
    }
}
