package dev.llmplanner.browser;

import dev.llmplanner.view.node.Attribute;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Listener;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.node.Text;
import java.util.Map;
import java.util.function.Consumer;
import org.teavm.jso.JSObject;

/** Shows a node tree in the page through Preact, which changes only what differs from the tree before. */
final class VirtualPage {
    private final String containerId;
    private final Consumer<Object> events;

    /**
     * @param events takes what handlers answer
     */
    VirtualPage(String containerId, Consumer<Object> events) {
        this.containerId = containerId;
        this.events = events;
    }

    void show(Node node) {
        Preact.render(virtual(node), containerId);
    }

    private JSObject virtual(Node node) {
        if (node instanceof Text text) {
            return Preact.text(text.value());
        }
        Element element = (Element) node;
        JSObject props = Preact.props();
        if (element.key().isPresent()) {
            Preact.set(props, "key", element.key().get());
        }
        for (Map.Entry<String, Attribute> attribute : element.attributes().entrySet()) {
            if (attribute.getValue() instanceof Attribute.Value value) {
                Preact.set(props, attribute.getKey(), value.text());
            } else if (attribute.getValue() instanceof Attribute.Flag flag) {
                Preact.set(props, attribute.getKey(), flag.present());
            }
        }
        for (Map.Entry<String, Listener> listener : element.listeners().entrySet()) {
            Preact.listen(props, listener.getKey(), event -> answer(listener.getValue(), event));
        }
        JSObject children = Preact.children();
        for (Node child : element.children()) {
            Preact.add(children, virtual(child));
        }
        return Preact.h(element.tag(), props, children);
    }

    private void answer(Listener listener, NativeEvent source) {
        NativeEvent.read(source, event -> {
            Object answered = listener.handler().on(event);
            if (answered != null) {
                if (listener.preventDefault()) {
                    NativeEvent.preventDefault(source);
                }
                events.accept(answered);
            }
        });
    }
}
