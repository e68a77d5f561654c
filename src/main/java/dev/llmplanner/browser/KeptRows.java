package dev.llmplanner.browser;

import dev.llmplanner.view.node.Attribute;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Listener;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.node.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSWeakMap;

/**
 * Rows of tables, put into the page without Preact, for which a matrix of thousands of cells is too much work.
 *
 * <p>A row's nodes are made once and stay with its element, also while a filter leaves it out. A row that takes the place of
 * another one of the same key takes over its nodes, changed where the two differ, so that what has the focus keeps it.
 */
final class KeptRows {
    private final JSWeakMap<Element, JSObject> made = new JSWeakMap<>();
    private final JSWeakMap<JSObject, Map<String, Row>> bodies = new JSWeakMap<>();

    private record Row(Element element, JSObject node) {
    }

    /** Makes the body show those rows, in that order. */
    void show(JSObject body, List<Node> rows, Hearing hearing) {
        Map<String, Row> before = bodies.has(body) ? bodies.get(body) : new LinkedHashMap<>();
        Map<String, Row> now = new LinkedHashMap<>();
        for (Node each : rows) {
            Element row = (Element) each;
            String key = row.key().orElseThrow();
            now.put(key, new Row(row, node(row, before.remove(key), hearing)));
        }
        for (Row gone : before.values()) {
            RowNodes.remove(gone.node(), body);
        }
        JSObject at = RowNodes.first(body);
        for (Row row : now.values()) {
            if (RowNodes.same(at, row.node())) {
                at = RowNodes.next(at);
            } else {
                RowNodes.insert(body, row.node(), at);
            }
        }
        bodies.set(body, now);
    }

    private JSObject node(Element row, Row before, Hearing hearing) {
        if (before != null && before.element() == row) {
            return before.node();
        }
        if (before != null) {
            // Forgotten by null: JSWeakMap.remove calls a function that no browser has.
            made.set(before.element(), null);
            made.set(row, changed(before.node(), before.element(), row, hearing));
        } else if (!made.has(row) || made.get(row) == null) {
            made.set(row, made(row, hearing));
        }
        return made.get(row);
    }

    private static JSObject made(Node node, Hearing hearing) {
        if (node instanceof Text text) {
            return RowNodes.text(text.value());
        }
        Element element = (Element) node;
        JSObject made = RowNodes.element(element.tag());
        for (Map.Entry<String, Attribute> attribute : element.attributes().entrySet()) {
            set(made, attribute.getKey(), attribute.getValue());
        }
        for (Map.Entry<String, Listener> listener : element.listeners().entrySet()) {
            RowNodes.listen(made, listener.getKey(), hearing.of(element, listener.getKey(), listener.getValue()));
        }
        for (Node child : element.children()) {
            RowNodes.append(made, made(child, hearing));
        }
        return made;
    }

    private static void set(JSObject node, String name, Attribute attribute) {
        if (attribute instanceof Attribute.Value value) {
            RowNodes.set(node, name, value.text());
        } else if (attribute instanceof Attribute.Flag flag) {
            RowNodes.flag(node, name, flag.present());
        } else if (attribute instanceof Attribute.Property property) {
            RowNodes.property(node, name, NativeJson.from(property.value()));
        }
    }

    /** The node, changed where one tree differs from the other; another one where their tags differ. */
    private static JSObject changed(JSObject node, Node before, Node after, Hearing hearing) {
        if (before instanceof Element old && after instanceof Element element && old.tag().equals(element.tag())) {
            attributes(node, old, element);
            listeners(node, old, element, hearing);
            children(node, old.children(), element.children(), hearing);
            return node;
        }
        if (before instanceof Text && after instanceof Text text) {
            if (!before.equals(after)) {
                RowNodes.write(node, text.value());
            }
            return node;
        }
        JSObject made = made(after, hearing);
        RowNodes.replace(node, made);
        return made;
    }

    private static void attributes(JSObject node, Element before, Element after) {
        for (String name : before.attributes().keySet()) {
            if (!after.attributes().containsKey(name)) {
                RowNodes.flag(node, name, false);
            }
        }
        for (Map.Entry<String, Attribute> attribute : after.attributes().entrySet()) {
            if (!attribute.getValue().equals(before.attributes().get(attribute.getKey()))) {
                set(node, attribute.getKey(), attribute.getValue());
            }
        }
    }

    private static void listeners(JSObject node, Element before, Element after, Hearing hearing) {
        for (String event : before.listeners().keySet()) {
            if (!after.listeners().containsKey(event)) {
                RowNodes.listen(node, event, null);
            }
        }
        for (Map.Entry<String, Listener> listener : after.listeners().entrySet()) {
            RowNodes.listen(node, listener.getKey(), hearing.of(after, listener.getKey(), listener.getValue()));
        }
    }

    private static void children(JSObject node, List<Node> before, List<Node> after, Hearing hearing) {
        JSObject child = RowNodes.first(node);
        for (int i = 0; i < after.size(); i++) {
            if (i < before.size()) {
                JSObject next = RowNodes.next(child);
                changed(child, before.get(i), after.get(i), hearing);
                child = next;
            } else {
                RowNodes.append(node, made(after.get(i), hearing));
            }
        }
        for (int i = after.size(); i < before.size(); i++) {
            JSObject next = RowNodes.next(child);
            RowNodes.remove(child, node);
            child = next;
        }
    }
}
