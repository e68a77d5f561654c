package dev.llmplanner.view.table;

import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Html;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Parts of a page of tables as they were drawn last, also those that a search leaves out: a keystroke only chooses among
 * them. What it remembers never shows: a line is drawn again when something that it is drawn from is another instance.
 */
public final class Lines {
    private final Map<String, Line> lines = new HashMap<>();

    private record Line(List<Object> from, Element element) {

        boolean isFrom(List<Object> others) {
            for (int i = 0; i < from.size(); i++) {
                if (from.get(i) != others.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What was drawn under that key from the same instances, or what is drawn now. */
    public Element line(String key, List<Object> from, Supplier<Html> draw) {
        Line line = lines.get(key);
        if (line == null || !line.isFrom(from)) {
            line = new Line(from, draw.get().kept().node());
            lines.put(key, line);
        }
        return line.element();
    }
}
