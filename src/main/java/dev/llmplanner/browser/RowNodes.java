package dev.llmplanner.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** Nodes of the page, for {@link KeptRows}. HTML alone: rows hold no drawings. */
final class RowNodes {

    private RowNodes() {
    }

    @JSBody(params = "tag", script = "return document.createElement(tag);")
    static native JSObject element(String tag);

    @JSBody(params = "value", script = "return document.createTextNode(value);")
    static native JSObject text(String value);

    @JSBody(params = {"node", "value"}, script = "node.data = value;")
    static native void write(JSObject node, String value);

    @JSBody(params = {"node", "name", "value"}, script = "if (name === 'value') node.value = value;"
            + "else if (name === 'style') node.style.cssText = value; else node.setAttribute(name, value);")
    static native void set(JSObject node, String name, String value);

    @JSBody(params = {"node", "name", "present"}, script = "if (name === 'checked' || name === 'selected') node[name] = present;"
            + "else node.toggleAttribute(name, present);")
    static native void flag(JSObject node, String name, boolean present);

    @JSBody(params = {"node", "name", "value"}, script = "node[name] = value;")
    static native void property(JSObject node, String name, JSObject value);

    /** One listener for each event: the last one; null for none. */
    @JSBody(params = {"node", "event", "listener"}, script = "var all = node.plannerListeners || (node.plannerListeners = {});"
            + "if (!(event in all)) node.addEventListener(event, function(e) { if (all[event]) all[event](e); });"
            + "all[event] = listener;")
    static native void listen(JSObject node, String event, Preact.EventListener listener);

    @JSBody(params = {"node", "child"}, script = "node.appendChild(child);")
    static native void append(JSObject node, JSObject child);

    /** Before that other child; at the end where it is null. */
    @JSBody(params = {"node", "child", "before"}, script = "node.insertBefore(child, before);")
    static native void insert(JSObject node, JSObject child, JSObject before);

    /** Takes the child away, unless it stands elsewhere by now. */
    @JSBody(params = {"child", "node"}, script = "if (child.parentNode === node) node.removeChild(child);")
    static native void remove(JSObject child, JSObject node);

    @JSBody(params = {"node", "other"}, script = "node.replaceWith(other);")
    static native void replace(JSObject node, JSObject other);

    @JSBody(params = "node", script = "return node.firstChild;")
    static native JSObject first(JSObject node);

    @JSBody(params = "node", script = "return node.nextSibling;")
    static native JSObject next(JSObject node);

    @JSBody(params = {"one", "other"}, script = "return one === other;")
    static native boolean same(JSObject one, JSObject other);
}
