package dev.llmplanner.view;

import dev.llmplanner.view.program.Effect;

/**
 * A script of dist that brings data when a page first needs it.
 *
 * @param file   its name in dist
 * @param global the global that it sets
 */
public record DataFile(String file, String global) {

    /** Sources, prices and notes of all records. */
    public static final DataFile DETAILS = new DataFile("details.js", "PLANNER_DETAILS");
    /** All guides. */
    public static final DataFile GUIDES = new DataFile("guides.js", "PLANNER_GUIDES");

    /** Published measurements. */
    public static final DataFile EVIDENCE = new DataFile("evidence.js", "PLANNER_EVIDENCE");

    /** Every scored row with its estimates. */
    public static final DataFile ACCURACY = new DataFile("accuracy.js", "PLANNER_ACCURACY");

    /** All prices, and what networks and racks are built of. */
    public static final DataFile PRICES = new DataFile("prices.js", "PLANNER_PRICES");

    /** Options of the serving engines, and how containers get devices. */
    public static final DataFile HANDOVER = new DataFile("handover.js", "PLANNER_HANDOVER");

    private Slot<Lazy> slot() {
        return new Slot<>(file, Lazy.NOT_ASKED);
    }

    /** How far it is, and what it holds once it is there. */
    public Lazy in(State state) {
        return state.get(slot());
    }

    State put(Lazy loaded, State state) {
        return state.with(slot(), loaded);
    }

    Effect load() {
        return new Effect.Load(file, global, data -> new Event.FileLoaded(this, data), new Event.FileFailed(this));
    }
}
