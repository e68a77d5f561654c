package dev.llmplanner.browser;

import dev.llmplanner.view.node.Attribute;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Listener;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.node.Text;
import java.util.Map;
import java.util.function.BiConsumer;
import org.teavm.jso.JSObject;

/**
 * Shows a node tree in the page through Preact, which changes only what differs from the tree before.
 */
final class VirtualPage {
    private final String containerId;
    private final BiConsumer<Object, String> events;
    private final Keeping keeping;

    /**
     * @param keeping shows kept elements again
     * @param events takes what handlers answer, and the id of the field that was typed into, blank for none
     */
    VirtualPage(String containerId, Keeping keeping, BiConsumer<Object, String> events) {
        this.containerId = containerId;
        this.keeping = keeping;
        this.events = events;
    }

    void show(Node node) {
        Preact.render(virtual(node), containerId);
        keeping.shown();
    }

    private JSObject virtual(Node node) {
        if (node instanceof Text text) {
            return Preact.text(text.value());
        }
        Element element = (Element) node;
        return element.kept() ? keeping.virtual(element, this::virtual) : virtual(element);
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
            Preact.listen(props, listener.getKey(), heard(element, listener.getKey(), listener.getValue()));
        }
        JSObject children = Preact.children();
        if (!keeping.draws(element, props, this::heard)) {
            for (Node child : element.children()) {
                Preact.add(children, virtual(child));
            }
        }
        return Preact.h(element.tag(), props, children);
    }

    private Preact.EventListener heard(Element element, String event, Listener listener) {
        String field = event.equals("input") ? element.attribute("id").orElse("") : "";
        return source -> answer(listener, source, field);
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
