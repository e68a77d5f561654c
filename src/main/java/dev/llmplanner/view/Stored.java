package dev.llmplanner.view;

import java.util.Map;

/** What the browser remembers until the next visit. Each edition passes on what it doesn't know. */
public final class Stored {

    /** Texts by name. */
    public static final Slot<Map<String, String>> TEXTS = new Slot<>("stored", Map.of());

    /** Whether the browser refuses to remember anything. */
    public static final Slot<Boolean> REFUSED = new Slot<>("stored-refused", false);

    /** The name of measurements in use. While there are some, the Calculator is the workbench's. */
    public static final String MEASUREMENTS = "measurements";

    private Stored() {}
}
