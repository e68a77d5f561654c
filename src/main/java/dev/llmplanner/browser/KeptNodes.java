package dev.llmplanner.browser;

import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.teavm.jso.JSObject;

/**
 * What was made of a kept element is used again while the same instance is shown: Preact then doesn't look into it. Rows of a
 * table's body, where all of them are kept, are left to {@link KeptRows}.
 */
final class KeptNodes implements Keeping {
    private static final String BODY = "tbody";

    private final KeptRows rows = new KeptRows();
    private Map<Instance, JSObject> shown = new HashMap<>();
    private Map<Instance, JSObject> next = new HashMap<>();

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

    @Override
    public JSObject virtual(Element element, Function<Element, JSObject> make) {
        Instance instance = new Instance(element);
        JSObject made = shown.containsKey(instance) ? shown.get(instance) : make.apply(element);
        next.put(instance, made);
        return made;
    }

    @Override
    public boolean draws(Element element, JSObject props, Hearing hearing) {
        if (!element.tag().equals(BODY)) {
            return false;
        }
        for (Node child : element.children()) {
            if (!(child instanceof Element row) || !row.kept()) {
                return false;
            }
        }
        Preact.placed(props, body -> rows.show(body, element.children(), hearing));
        return true;
    }

    @Override
    public void shown() {
        shown = next;
        next = new HashMap<>();
    }
}
