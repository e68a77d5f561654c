package dev.llmplanner.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The engine as an ES module without a DOM. The build puts the catalog before it and the exports after it. */
public final class EngineModule {

    private EngineModule() {
    }

    /** A module is made of its exports; nothing runs when it is loaded. */
    public static void main(String[] arguments) {
    }

    /** The catalog as data: vendors, models, accelerators, servers, fabrics. A fresh copy. */
    @JSExport
    public static JSObject catalog() {
        return catalogCopy();
    }

    @JSBody(script = "return JSON.parse(JSON.stringify(PLANNER_CATALOG));")
    private static native JSObject catalogCopy();
}
