package dev.llmplanner.browser;

import dev.llmplanner.view.node.Attribute;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Listener;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.node.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.teavm.jso.JSObject;

/**
 * Shows a node tree in the page through Preact, which changes only what differs from the tree before.
 *
 * <p>What was made of a {@link Element#kept()} element is used again while the same instance is shown: Preact then doesn't
 * look into it.
 */
final class VirtualPage {
    private final String containerId;
    private final BiConsumer<Object, String> events;
    private Map<Instance, JSObject> shown = new HashMap<>();
    private Map<Instance, JSObject> next = new HashMap<>();

    /**
     * @param events takes what handlers answer, and the id of the field that was typed into, blank for none
     */
    VirtualPage(String containerId, BiConsumer<Object, String> events) {
        this.containerId = containerId;
        this.events = events;
    }

    void show(Node node) {
        Preact.render(virtual(node), containerId);
        shown = next;
        next = new HashMap<>();
    }

    /** A key that tells instances apart, not values. */
    private static final class Instance {
        private final Element element;

        Instance(Element element) {
            this.element = element;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Instance instance && instance.element == element;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(element);
        }
    }

    private JSObject virtual(Node node) {
        if (node instanceof Text text) {
            return Preact.text(text.value());
        }
        Element element = (Element) node;
        if (!element.kept()) {
            return virtual(element);
        }
        Instance instance = new Instance(element);
        JSObject made = shown.containsKey(instance) ? shown.get(instance) : virtual(element);
        next.put(instance, made);
        return made;
    }

    private JSObject virtual(Element element) {
        JSObject props = Preact.props();
        if (element.key().isPresent()) {
            Preact.set(props, "key", element.key().get());
        }
        for (Map.Entry<String, Attribute> attribute : element.attributes().entrySet()) {
            if (attribute.getValue() instanceof Attribute.Value value) {
                Preact.set(props, attribute.getKey(), value.text());
            } else if (attribute.getValue() instanceof Attribute.Flag flag) {
                Preact.set(props, attribute.getKey(), flag.present());
            } else if (attribute.getValue() instanceof Attribute.Property property) {
                Preact.set(props, attribute.getKey(), NativeJson.from(property.value()));
            }
        }
        for (Map.Entry<String, Listener> listener : element.listeners().entrySet()) {
            String field = listener.getKey().equals("input") ? element.attribute("id").orElse("") : "";
            Preact.listen(props, listener.getKey(), event -> answer(listener.getValue(), event, field));
        }
        JSObject children = Preact.children();
        for (Node child : element.children()) {
            Preact.add(children, virtual(child));
        }
        return Preact.h(element.tag(), props, children);
    }

    /** Files take a while to read; by then it is too late to keep the browser from opening them itself. */
    private void answer(Listener listener, NativeEvent source, String field) {
        if (listener.preventDefault() && NativeEvent.fileCount(source) > 0) {
            NativeEvent.preventDefault(source);
        }
        NativeEvent.read(source, event -> {
            Object answered = listener.handler().on(event);
            if (answered != null) {
                if (listener.preventDefault()) {
                    NativeEvent.preventDefault(source);
                }
                events.accept(answered, field);
            }
        });
    }
}
