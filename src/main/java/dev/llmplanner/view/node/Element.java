package dev.llmplanner.view.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTML or SVG element. What stands inside {@code svg} is SVG.
 *
 * @param tag lower-case name, or the SVG spelling such as {@code linearGradient}
 * @param key tells siblings of one list apart, so that focus and typed text stay with their row; unique among siblings
 * @param attributes in the order in which they were written
 * @param listeners by event name without {@code on}: {@code click}, {@code input}, {@code change}
 * @param children in order
 * @param kept whether the same instance is likely to be shown again: a platform may keep what it made of it
 */
public record Element(
        String tag,
        Optional<String> key,
        Map<String, Attribute> attributes,
        Map<String, Listener> listeners,
        List<Node> children,
        boolean kept) implements Node {

    public Element {
        attributes = attributes instanceof Attributes ? attributes : copy(attributes);
        listeners = copy(listeners);
        children = List.copyOf(children);
    }

    /** Most elements have none, and tables have thousands of elements. */
    private static <T> Map<String, T> copy(Map<String, T> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The text of that attribute, if it has one. */
    public Optional<String> attribute(String name) {
        return attributes.get(name) instanceof Attribute.Value value ? Optional.of(value.text()) : Optional.empty();
    }
}
