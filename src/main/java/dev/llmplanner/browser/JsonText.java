package dev.llmplanner.browser;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonDepth;
import dev.llmplanner.view.JsonTexts;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** JSON text by the browser's own reader and writer. */
final class JsonText implements JsonTexts {

    @Override
    public String write(Json json) {
        return stringify(NativeJson.from(json));
    }

    @Override
    public Optional<Json> read(String text) {
        return JsonDepth.of(text) <= DEEPEST && isJson(text) ? Optional.of(NativeJson.of(parse(text))) : Optional.empty();
    }

    @JSBody(params = "text", script = "try { JSON.parse(text); return true; } catch (e) { return false; }")
    private static native boolean isJson(String text);

    @JSBody(params = "text", script = "return JSON.parse(text);")
    private static native JSObject parse(String text);

    @JSBody(params = "value", script = "return JSON.stringify(value);")
    private static native String stringify(JSObject value);
}
