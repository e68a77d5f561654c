package dev.llmplanner.view.plan.ask;

import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import java.util.ArrayList;
import java.util.List;

/** A field that holds several ids, with commas between them as in a link. */
final class Several {
    private static final char SEPARATOR = ',';

    private Several() {
    }

    /** The ids in that field. */
    static List<String> of(Entries entries, Entry entry) {
        return ids(entries.text(entry));
    }

    static List<String> ids(String text) {
        List<String> ids = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int end = text.indexOf(SEPARATOR, at);
            String id = text.substring(at, end < 0 ? text.length() : end).trim();
            if (!id.isEmpty() && !ids.contains(id)) {
                ids.add(id);
            }
            at = end < 0 ? text.length() + 1 : end + 1;
        }
        return ids;
    }

    static String text(List<String> ids) {
        StringBuilder text = new StringBuilder();
        for (String id : ids) {
            text.append(text.length() == 0 ? "" : ",").append(id);
        }
        return text.toString();
    }

    /** The fields with that id too. */
    static Entries with(Entries entries, Entry entry, String id) {
        List<String> ids = new ArrayList<>(of(entries, entry));
        ids.remove(id);
        ids.add(id);
        return entries.with(entry, text(ids));
    }

    /** The fields without that id. */
    static Entries without(Entries entries, Entry entry, String id) {
        List<String> ids = new ArrayList<>(of(entries, entry));
        ids.remove(id);
        return entries.with(entry, text(ids));
    }
}
