package dev.llmplanner.view.own;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records that travel in a link beside a scenario that names them, so that it opens elsewhere. They stay as long as the
 * page is open, unless the reader keeps them.
 */
public final class OwnLink {
    /** The name of their text in a link. */
    public static final String NAME = "own";
    /** Longer texts break in mail and chat programs: such a link says which record it leaves out. */
    private static final int LONGEST = 6000;

    private OwnLink() {}

    /** The texts with the records that they name. */
    static Map<String, String> carried(Map<String, String> texts, OwnRecords records, Resources resources) {
        OwnRecords named = OwnRecords.NONE;
        for (String text : texts.values()) {
            if (Own.isOwn(text)) {
                named = with(text, records, named);
            }
        }
        if (named.isEmpty()) {
            return texts;
        }
        String written = resources.json().write(named.tree());
        Map<String, String> all = new LinkedHashMap<>(texts);
        if (written.length() <= LONGEST) {
            all.put(NAME, written);
        }
        return all;
    }

    private static OwnRecords with(String id, OwnRecords records, OwnRecords named) {
        OwnRecords all = named;
        for (OwnKind kind : OwnKind.values()) {
            for (String collection : kind.collections()) {
                JsonObject record = records.find(collection, id).orElse(null);
                if (record != null) {
                    all = all.with(collection, id, record);
                    all = record.get("accelerator").orElse(null) instanceof JsonString device
                            ? with(device.value(), records, all) : all;
                }
            }
        }
        return all;
    }

    /**
     * The state with the records that a link carries; its other texts then name them as they are called here.
     *
     * @param texts   of the link; the records are taken out
     * @param ignored takes what can't be used
     */
    public static State taken(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        String text = texts.remove(NAME);
        if (text == null) {
            return state;
        }
        OwnFile.Read read = OwnFile.readTree(text, resources);
        if (!read.problems().isEmpty()) {
            ignored.add(NAME + "=" + (text.length() > 80 ? text.substring(0, 80) + "\u2026" : text));
            return state;
        }
        OwnMerge merged = OwnMerge.of(Own.records(state), read.records());
        Map<String, String> renamed = new LinkedHashMap<>();
        merged.ids().values().forEach(renamed::putAll);
        texts.replaceAll((name, value) -> renamed.getOrDefault(value, value));
        if (merged.added() == 0) {
            return state;
        }
        return Own.replaced(state, resources, merged.records()).withMessage(
                read.records().only(OwnKind.HARDWARE).isEmpty() ? "own-model.arrived" : "own.arrived");
    }
}
