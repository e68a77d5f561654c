package dev.llmplanner.browser;

import dev.llmplanner.contract.RequestException;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;

/** A wrong request as JavaScript sees it: an {@code Error} with {@code code}, {@code path} and {@code allowed}. */
final class EngineError {

    private EngineError() {
    }

    /** The error to throw. */
    static JSObject of(RequestException wrong) {
        JSArray<JSString> allowed = new JSArray<>();
        for (String value : wrong.allowed()) {
            allowed.push(JSString.valueOf(value));
        }
        return error(wrong.getMessage(), wrong.code(), wrong.path(), allowed);
    }

    /** Throws it past all Java frames; doesn't return. */
    @JSBody(params = "error", script = "throw error;")
    static native JSObject raise(JSObject error);

    @JSBody(params = {"message", "code", "path", "allowed"}, script =
            "return Object.assign(new Error(message), {name: 'RequestError', code: code, path: path, allowed: allowed});")
    private static native JSObject error(String message, String code, String path, JSArray<JSString> allowed);
}
