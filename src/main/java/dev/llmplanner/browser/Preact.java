package dev.llmplanner.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Preact's global, of {@code vendor/preact.js}. */
final class Preact {

    private Preact() {
    }

    /** A virtual element; {@code props} hold its attributes, listeners and key, {@code children} elements and strings. */
    @JSBody(params = {"tag", "props", "children"}, script = "props.children = children; return preact.h(tag, props);")
    static native JSObject h(String tag, JSObject props, JSObject children);

    /**
     * Makes the container show that element. Where what had the focus is gone, the nearest element around it that stays takes
     * the focus, so that the next Tab goes on from there.
     */
    @JSBody(params = {"element", "containerId"}, script =
            "var box = document.getElementById(containerId), focused = document.activeElement, around = [];"
            + "for (var e = focused; box.contains(e); e = e.parentElement) { around.push(e); }"
            + "preact.render(element, box);"
            + "if (around.length && document.activeElement !== focused && document.activeElement === document.body) {"
            + "  var i = 0;"
            + "  while (!box.contains(around[i])) { i++; }"
            + "  if (i && !around[i].hasAttribute('tabindex')) { around[i].setAttribute('tabindex', '-1'); }"
            + "  around[i].focus({preventScroll: true});"
            + "}")
    static native void render(JSObject element, String containerId);

    @JSBody(params = "value", script = "return value;")
    static native JSObject text(String value);

    @JSBody(script = "return [];")
    static native JSObject children();

    @JSBody(params = {"children", "child"}, script = "children.push(child);")
    static native void add(JSObject children, JSObject child);

    @JSBody(script = "return {};")
    static native JSObject props();

    @JSBody(params = {"props", "name", "value"}, script = "props[name] = value;")
    static native void set(JSObject props, String name, String value);

    @JSBody(params = {"props", "name", "value"}, script = "props[name] = value;")
    static native void set(JSObject props, String name, boolean value);

    @JSBody(params = {"props", "name", "value"}, script = "props[name] = value;")
    static native void set(JSObject props, String name, JSObject value);

    @JSBody(params = {"props", "event", "listener"}, script = "props['on' + event] = listener;")
    static native void listen(JSObject props, String event, EventListener listener);

    /** Calls with the element's node whenever the screen was shown. */
    @JSBody(params = {"props", "then"}, script = "props.ref = function(node) { if (node) then(node); };")
    static native void placed(JSObject props, Placed then);

    /** Takes a node of the page. */
    @JSFunctor
    interface Placed extends JSObject {
        void at(JSObject node);
    }

    /** A listener as Preact calls it. */
    @JSFunctor
    interface EventListener extends JSObject {
        void handle(NativeEvent event);
    }
}
