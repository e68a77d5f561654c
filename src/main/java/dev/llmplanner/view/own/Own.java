package dev.llmplanner.view.own;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.Stored;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The reader's own records in the state. Every page is given a catalog, a bundle and a planner that hold them.
 *
 * <p>{@link #put} adds or changes one, {@link #without} removes one; both answer the Calculator's scenario again. A record
 * must have been checked by {@link dev.llmplanner.catalog.RecordRules}.
 */
public final class Own {
    private static final int LONGEST_ID = 40;

    private Own() {}

    /** All of them. */
    public static OwnRecords records(State state) {
        return state.get(Additions.SLOT) instanceof OwnAdditions own ? own.records() : OwnRecords.NONE;
    }

    /** Whether that id names a record of one's own. */
    public static boolean isOwn(String id) {
        return id.startsWith(Catalog.OWN);
    }

    /** The state with that record of that collection: {@code accelerators}, {@code servers} or {@code models}. */
    public static State put(State state, Resources resources, String collection, String id, JsonObject record) {
        return replaced(state, resources, records(state).with(collection, id, record));
    }

    /** The state without that record. */
    public static State without(State state, Resources resources, String collection, String id) {
        return replaced(state, resources, records(state).without(collection, id));
    }

    /** The state with these records and no others of one's own. */
    static State replaced(State state, Resources resources, OwnRecords records) {
        Resources given = state.get(Additions.SLOT) instanceof OwnAdditions own ? own.given() : resources;
        Additions additions = records.isEmpty() ? Additions.NONE : OwnAdditions.of(records, given);
        State next = state.with(Additions.SLOT, additions);
        for (OwnKind kind : OwnKind.values()) {
            if (isKept(kind, state)) {
                next = kept(kind, next, resources);
            }
        }
        return next.withScenario(next.scenario(), additions.known(given));
    }

    /** The state in which the browser keeps what there is now, of the kinds that it keeps. */
    public static State keptAgain(State state, Resources resources) {
        State next = state;
        for (OwnKind kind : OwnKind.values()) {
            next = isKept(kind, next) ? kept(kind, next, resources) : next;
        }
        return next;
    }

    /** Whether the browser keeps the records of that kind until the next visit. */
    public static boolean isKept(OwnKind kind, State state) {
        return state.get(Stored.TEXTS).containsKey(kind.storedName());
    }

    /** The state in which the browser keeps the records of that kind, or forgets them. */
    static State keeping(OwnKind kind, boolean keep, State state, Resources resources) {
        if (keep) {
            return kept(kind, state, resources);
        }
        Map<String, String> texts = new LinkedHashMap<>(state.get(Stored.TEXTS));
        texts.remove(kind.storedName());
        return state.with(Stored.TEXTS, texts);
    }

    private static State kept(OwnKind kind, State state, Resources resources) {
        Map<String, String> texts = new LinkedHashMap<>(state.get(Stored.TEXTS));
        texts.put(kind.storedName(), resources.json().write(OwnFile.of(kind, records(state))));
        return state.with(Stored.TEXTS, texts);
    }

    /** The state with what the browser kept. What can't be read stays where it is, and {@link #isUnreadable} tells. */
    public static State restored(State state, Resources resources) {
        State restored = state;
        for (OwnKind kind : OwnKind.values()) {
            String text = state.get(Stored.TEXTS).get(kind.storedName());
            if (text != null) {
                OwnFile.Read read = OwnFile.read(kind, text, resources);
                if (read.problems().isEmpty()) {
                    restored = replaced(restored, resources, OwnMerge.of(records(restored), read.records()).records());
                }
            }
        }
        return restored;
    }

    /** Whether the browser keeps records of that kind that this version can't read. */
    public static boolean isUnreadable(OwnKind kind, State state, Resources resources) {
        String text = state.get(Stored.TEXTS).get(kind.storedName());
        return text != null && !OwnFile.read(kind, text, resources).problems().isEmpty();
    }

    /** An id for a record of that name that no other has. */
    public static String freeId(String collection, String name, OwnRecords records) {
        String base = slug(name);
        String id = Catalog.OWN + base;
        for (int i = 2; records.of(collection).containsKey(id); i++) {
            id = Catalog.OWN + base + "-" + i;
        }
        return id;
    }

    /** Letters and digits of Latin script, everything else as one dash; names in other scripts become {@code record}. */
    private static String slug(String name) {
        StringBuilder slug = new StringBuilder();
        String lower = name.toLowerCase();
        for (int i = 0; i < lower.length() && slug.length() < LONGEST_ID; i++) {
            char c = lower.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        while (slug.length() > 0 && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.length() == 0 ? "record" : slug.toString();
    }

    /** The record of that id, of one's own or of the catalog, as the bundle holds it. */
    public static JsonObject facts(String collection, String id, Resources resources) {
        return resources.bundle().get(collection).orElse(null) instanceof JsonObject records
                && records.get(id).orElse(null) instanceof JsonObject record ? record : new JsonObject(Map.<String, Json>of());
    }
}
