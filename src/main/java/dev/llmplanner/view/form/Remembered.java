package dev.llmplanner.view.form;

import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Html;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The rows of a long table as they were drawn last. A row is drawn again when something that it is drawn from is another
 * instance; else the page gets the same node, and leaves it as it is. What it remembers never shows: a row is the same
 * with or without it.
 */
public final class Remembered {

    private static final int MANY = 500;

    private record Drawn(List<Object> from, Element element) {

        boolean isFrom(List<Object> others) {
            for (int i = 0; i < from.size(); i++) {
                if (from.get(i) != others.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, String> texts = new HashMap<>();
    private Map<String, Drawn> last = new HashMap<>();
    private Map<String, Drawn> next = new HashMap<>();

    /** The row of that key, as it was drawn from the same instances, or drawn now. */
    public Element row(String key, List<Object> from, Supplier<Html> draw) {
        Drawn drawn = last.get(key);
        if (drawn == null || !drawn.isFrom(from)) {
            drawn = new Drawn(from, draw.get().kept().node());
        }
        next.put(key, drawn);
        return drawn.element();
    }

    /** The first instance that was equal to that text, to be compared as one. */
    public String same(String text) {
        return texts.computeIfAbsent(text, first -> first);
    }

    /** Ends a drawing: rows that it had no use for are forgotten. */
    public void done() {
        last = next;
        next = new HashMap<>();
        if (texts.size() > MANY) {
            texts.clear();
        }
    }
}
