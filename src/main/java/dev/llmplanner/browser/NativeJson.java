package dev.llmplanner.browser;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** JavaScript values from and to the JSON tree. The browser's own {@code JSON.parse} has done the reading. */
final class NativeJson {

    private NativeJson() {
    }

    /**
     * The tree of a value.
     *
     * <p>As {@code JSON.stringify} does, members that are {@code undefined} or functions are left out; unlike it, {@code NaN}
     * and infinities stay numbers, so that the reader of the tree can name them in its error.
     */
    static Json of(JSObject value) {
        switch (kind(value)) {
            case 1:
                return new JsonBoolean(asBoolean(value));
            case 2:
                return new JsonNumber(asNumber(value));
            case 3:
                return new JsonString(text(value));
            case 4: {
                int length = length(value);
                List<Json> items = new ArrayList<>(length);
                for (int i = 0; i < length; i++) {
                    items.add(of(item(value, i)));
                }
                return new JsonArray(items);
            }
            case 5: {
                return object(value);
            }
            default:
                return JsonNull.NULL;
        }
    }

    /**
     * The tree of a value that never changes and holds only what JSON can: what a script of dist sets. An object of it is read
     * when a member is first asked for, since no page asks for most of the catalog's, and none for most messages.
     */
    static Json lazily(JSObject value) {
        switch (kind(value)) {
            case 4: {
                int length = length(value);
                List<Json> items = new ArrayList<>(length);
                for (int i = 0; i < length; i++) {
                    items.add(lazily(item(value, i)));
                }
                return new JsonArray(items);
            }
            case 5:
                return JsonObject.lazy(() -> members(value));
            default:
                return of(value);
        }
    }

    private static JsonObject members(JSObject value) {
        JSObject keys = keys(value);
        int length = length(keys);
        String[] names = new String[length];
        Json[] values = new Json[length];
        for (int i = 0; i < length; i++) {
            names[i] = text(item(keys, i));
            values[i] = lazily(member(value, item(keys, i)));
        }
        return JsonObject.owning(names, values);
    }

    private static JsonObject object(JSObject value) {
        JSObject keys = names(value);
        int length = length(keys);
        String[] names = new String[length];
        Json[] values = new Json[length];
        for (int i = 0; i < length; i++) {
            names[i] = text(item(keys, i));
            values[i] = of(member(value, item(keys, i)));
        }
        return JsonObject.owning(names, values);
    }

    /** A fresh value of that tree. */
    static JSObject from(Json json) {
        if (json instanceof JsonObject object) {
            JSObject result = emptyObject();
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                put(result, member.getKey(), from(member.getValue()));
            }
            return result;
        }
        if (json instanceof JsonArray array) {
            JSObject result = emptyArray();
            for (Json item : array.items()) {
                push(result, from(item));
            }
            return result;
        }
        if (json instanceof JsonString string) {
            return ofText(string.value());
        }
        if (json instanceof JsonNumber number) {
            return ofNumber(number.value());
        }
        if (json instanceof JsonBoolean bool) {
            return ofBoolean(bool.value());
        }
        return nothing();
    }

    /** 0 null, 1 boolean, 2 number, 3 string, 4 array, 5 object, else 0 too. */
    @JSBody(params = "v", script = "if (v === null) return 0;"
            + "switch (typeof v) { case 'boolean': return 1; case 'number': return 2; case 'string': return 3;"
            + "case 'object': return Array.isArray(v) ? 4 : 5; default: return 0; }")
    private static native int kind(JSObject value);

    @JSBody(params = "v", script = "return v;")
    private static native boolean asBoolean(JSObject value);

    @JSBody(params = "v", script = "return v;")
    private static native double asNumber(JSObject value);

    @JSBody(params = "v", script = "return v;")
    private static native JSObject ofBoolean(boolean value);

    @JSBody(params = "v", script = "return v;")
    private static native JSObject ofNumber(double value);

    @JSBody(params = "v", script = "return v;")
    private static native String text(JSObject value);

    @JSBody(params = "v", script = "return v;")
    private static native JSObject ofText(String value);

    @JSBody(script = "return [];")
    private static native JSObject emptyArray();

    @JSBody(params = {"array", "value"}, script = "array.push(value);")
    private static native void push(JSObject array, JSObject value);

    @JSBody(script = "return null;")
    private static native JSObject nothing();

    @JSBody(script = "return {};")
    private static native JSObject emptyObject();

    @JSBody(params = "v", script = "return v.length;")
    private static native int length(JSObject value);

    @JSBody(params = {"v", "i"}, script = "return v[i];")
    private static native JSObject item(JSObject value, int index);

    @JSBody(params = "v", script = "return Object.keys(v);")
    private static native JSObject keys(JSObject value);

    /** As {@code JSON.stringify} takes them: without members that JSON can't hold. */
    @JSBody(params = "v", script = "return Object.keys(v).filter(function(name) {"
            + "var type = typeof v[name]; return type !== 'undefined' && type !== 'function' && type !== 'symbol'; });")
    private static native JSObject names(JSObject value);

    @JSBody(params = {"v", "name"}, script = "return v[name];")
    private static native JSObject member(JSObject value, JSObject name);

    /** A member as JSON has it: {@code __proto__} is a name like any other. Plain assignment is five times as fast. */
    @JSBody(params = {"o", "name", "value"}, script =
            "if (name !== '__proto__') { o[name] = value; } else { Object.defineProperty(o, name,"
            + "{value: value, enumerable: true, writable: true, configurable: true}); }")
    private static native void put(JSObject object, String name, JSObject value);
}
