package dev.llmplanner.view;

import java.util.Map;

/** What the browser remembers until the next visit. Each edition passes on what it doesn't know. */
public final class Stored {

    /** Texts by name. */
    public static final Slot<Map<String, String>> TEXTS = new Slot<>("stored", Map.of());

    private Stored() {}
}
