package dev.llmplanner.engine.evidence;

import java.util.ArrayList;
import java.util.List;

/** In what two settings differ, for people: what counts most comes first. */
public enum Difference {
    MODEL("model"),
    DEVICE_CLASS("device-class"),
    DEVICE("device"),
    POOLS("pools"),
    ENGINE("engine"),
    WEIGHTS("weights"),
    KV_CACHE("kv-cache"),
    LAYOUT("layout"),
    LOAD("load"),
    LENGTHS("lengths");

    /** Loads and lengths within this factor are alike. */
    private static final double ALIKE = 1.5;

    private final String code;

    Difference(String code) {
        this.code = code;
    }

    /** The name in messages. */
    public String code() {
        return code;
    }

    /** In what both differ; a device of another class differs in its class alone. */
    public static List<Difference> between(Setting a, Setting b) {
        List<Difference> found = new ArrayList<>();
        boolean sameClass = a.device().calibration() == b.device().calibration();
        add(found, MODEL, !a.model().isLike(b.model()));
        add(found, DEVICE_CLASS, !sameClass);
        add(found, DEVICE, sameClass && !a.device().id().equals(b.device().id()));
        add(found, POOLS, a.separatePools() != b.separatePools());
        add(found, ENGINE, a.engine() != b.engine());
        add(found, WEIGHTS, a.weightBytes() != b.weightBytes());
        add(found, KV_CACHE, a.kvBytes() != b.kvBytes());
        add(found, LAYOUT, !a.layout().equals(b.layout()));
        add(found, LOAD, !alike(a.concurrencyPerGpu(), b.concurrencyPerGpu()));
        add(found, LENGTHS, !alike(a.inputTokens(), b.inputTokens()) || !alike(a.outputTokens(), b.outputTokens()));
        return found;
    }

    private static void add(List<Difference> found, Difference difference, boolean differs) {
        if (differs) {
            found.add(difference);
        }
    }

    private static boolean alike(double a, double b) {
        return Math.max(a, b) <= ALIKE * Math.min(a, b);
    }
}
