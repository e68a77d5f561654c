package dev.llmplanner.view.node;

import dev.llmplanner.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes elements.
 *
 * <pre>{@code
 * el("label", "field")
 *     .add(el("span").text(words.say("gpus.label")))
 *     .add(el("input").attr("type", "text").attr("value", state.gpus()).on("input", e -> new GpusTyped(e.value())))
 *     .when(wrong, () -> el("p", "error").text(message))
 *     .each(hints, hint -> el("p").key(hint.id()).text(hint.text()))
 * }</pre>
 *
 * <p>An {@code Html} may be added to another without a closing call; {@link #node()} ends it where a {@link Node} is asked
 * for. It is used once and thrown away: not thread-safe, not shared.
 */
public final class Html implements Content {
    private final String tag;
    private final List<Map.Entry<String, Attribute>> attributes = new ArrayList<>(4);
    private final List<Node> children = new ArrayList<>();
    private Map<String, Listener> listeners = Map.of();
    private String key;
    private String classes = "";
    private boolean kept;

    private Html(String tag) {
        this.tag = tag;
    }

    /** An element of that tag. */
    public static Html el(String tag) {
        return new Html(tag);
    }

    /** An element of that tag with these classes, separated by spaces. */
    public static Html el(String tag, String classes) {
        return new Html(tag).cls(classes);
    }

    /** A text. */
    public static Text text(Object value) {
        return new Text(value.toString());
    }

    /** Tells siblings of one list apart. */
    public Html key(String key) {
        this.key = key;
        return this;
    }

    /** Says that the node is remembered and shown again as the same instance, as the rows of a long table are. */
    public Html kept() {
        kept = true;
        return this;
    }

    /** Adds classes, separated by spaces. */
    public Html cls(String added) {
        classes = classes.isEmpty() ? added : classes + " " + added;
        return this;
    }

    /** Adds classes if the condition holds. */
    public Html cls(String added, boolean condition) {
        return condition ? cls(added) : this;
    }

    public Html id(String id) {
        return attr("id", id);
    }

    /** An attribute with a text. */
    public Html attr(String name, String value) {
        return put(name, new Attribute.Value(value));
    }

    private Html put(String name, Attribute value) {
        put(attributes, Map.entry(name, value));
        return this;
    }

    /** In the place of the one of that name, or last. */
    private static void put(List<Map.Entry<String, Attribute>> attributes, Map.Entry<String, Attribute> added) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).getKey().equals(added.getKey())) {
                attributes.set(i, added);
                return;
            }
        }
        attributes.add(added);
    }

    /** An attribute with a whole number. */
    public Html attr(String name, int value) {
        return attr(name, Integer.toString(value));
    }

    /** An attribute with a length or coordinate, rounded to hundredths: made for SVG, never for text that people read. */
    public Html attr(String name, double value) {
        return attr(name, Coordinate.text(value));
    }

    /** An attribute that is there or not, such as {@code disabled}. A field needs {@code false} too, to be reset. */
    public Html flag(String name, boolean present) {
        return put(name, new Attribute.Flag(present));
    }

    /** An {@code aria-…} attribute. */
    public Html aria(String name, String value) {
        return attr("aria-" + name, value);
    }

    /** An {@code aria-…} attribute that is spelled true or false. */
    public Html aria(String name, boolean value) {
        return attr("aria-" + name, value ? "true" : "false");
    }

    /** A {@code data-…} attribute. */
    public Html data(String name, String value) {
        return attr("data-" + name, value);
    }

    /** A property that holds data, of an element that the platform itself draws. */
    public Html property(String name, Json value) {
        return put(name, new Attribute.Property(value));
    }

    /** Answers an event: {@code click}, {@code input}, {@code change}, {@code keydown}, {@code toggle} … */
    public Html on(String event, Handler handler) {
        return on(event, new Listener(handler, false));
    }

    /** Answers an event instead of the browser. See {@link Listener#preventDefault()}. */
    public Html onInstead(String event, Handler handler) {
        return on(event, new Listener(handler, true));
    }

    private Html on(String event, Listener listener) {
        if (listeners.isEmpty()) {
            listeners = new LinkedHashMap<>();
        }
        listeners.put(event, listener);
        return this;
    }

    public Html add(Content... contents) {
        for (Content content : contents) {
            children.add(content.node());
        }
        return this;
    }

    public Html add(Iterable<? extends Content> contents) {
        for (Content content : contents) {
            children.add(content.node());
        }
        return this;
    }

    /** Adds a text. */
    public Html text(String value) {
        children.add(new Text(value));
        return this;
    }

    /** Adds the content if the condition holds. */
    public Html when(boolean condition, Supplier<? extends Content> content) {
        return condition ? add(content.get()) : this;
    }

    /** Adds one content for each item. */
    public <T> Html each(Iterable<T> items, Function<? super T, ? extends Content> content) {
        for (T item : items) {
            children.add(content.apply(item).node());
        }
        return this;
    }

    @Override
    public Element node() {
        List<Map.Entry<String, Attribute>> all = attributes;
        if (!classes.isEmpty()) {
            all = new ArrayList<>(attributes.size() + 1);
            all.add(Map.entry("class", new Attribute.Value(classes)));
            for (Map.Entry<String, Attribute> attribute : attributes) {
                put(all, attribute);
            }
        }
        return new Element(tag, Optional.ofNullable(key), new Attributes(List.copyOf(all)), listeners, children, kept);
    }
}
