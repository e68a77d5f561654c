package dev.llmplanner.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** What the engine module asks of JavaScript. Apart from it, since a native doesn't initialise its class's state. */
final class EngineNatives {

    private EngineNatives() {
    }

    @JSBody(script = "return JSON.parse(JSON.stringify(PLANNER_CATALOG));")
    static native JSObject catalogCopy();

    @JSBody(script = "return PLANNER_CATALOG;")
    static native JSObject catalog();

    @JSBody(script = "return typeof PLANNER_EVIDENCE === 'undefined' ? null : PLANNER_EVIDENCE;")
    static native JSObject evidence();

    @JSBody(script = "return typeof PLANNER_PRICES === 'undefined' ? null : PLANNER_PRICES;")
    static native JSObject prices();

    /** Throws the error that a caller in JavaScript expects. */
    @JSBody(params = {"message", "code", "path", "allowed"}, script =
            "var error = new Error(message); error.code = code; error.path = path;"
            + "error.allowed = Array.prototype.slice.call(allowed); throw error;")
    static native void refuse(String message, String code, String path, String[] allowed);
}
