package dev.llmplanner.browser;

import dev.llmplanner.view.node.DomEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** A browser's event, as far as {@link DomEvent} tells of it. */
abstract class NativeEvent implements JSObject {

    /**
     * Hands over what the event says; at once, or, where files were chosen or dropped, when they are read: a text to one
     * character more than anything reads, the first 32 MiB of a GGUF file by bytes.
     */
    static void read(NativeEvent event, Consumer<DomEvent> then) {
        DomEvent plain = plain(event, List.of());
        if (fileCount(event) == 0) {
            then.accept(plain);
            return;
        }
        readFiles(event, namesAndTexts -> {
            List<DomEvent.FileText> files = new ArrayList<>();
            for (int i = 0; i + 1 < namesAndTexts.length; i += 2) {
                files.add(new DomEvent.FileText(namesAndTexts[i], namesAndTexts[i + 1]));
            }
            then.accept(new DomEvent(plain.value(), plain.checked(), plain.open(), plain.key(), plain.ctrl(),
                    plain.shift(), plain.alt(), plain.meta(), files));
        });
    }

    private static DomEvent plain(NativeEvent event, List<DomEvent.FileText> files) {
        return new DomEvent(value(event), flag(event, "checked"), isOpen(event), key(event), modifier(event, "ctrlKey"),
                modifier(event, "shiftKey"), modifier(event, "altKey"), modifier(event, "metaKey"), files);
    }

    /** A text that is dragged over a field stays the browser's, which writes it there; a file never does. */
    @JSBody(params = "e", script = "var d = e.dataTransfer;"
            + "if (!d || d.types.includes('Files') || e.target.selectionEnd === undefined) e.preventDefault();")
    static native void preventDefault(NativeEvent event);

    @JSBody(params = "e", script = "var v = e.target && e.target.value; return v == null ? '' : v + '';")
    private static native String value(NativeEvent event);

    @JSBody(params = {"e", "name"}, script = "return !!(e.target && e.target[name]);")
    private static native boolean flag(NativeEvent event, String name);

    @JSBody(params = "e", script =
            "return e.newState ? e.newState === 'open' : !!(e.currentTarget && e.currentTarget.open);")
    private static native boolean isOpen(NativeEvent event);

    @JSBody(params = "e", script = "return e.key || '';")
    private static native String key(NativeEvent event);

    @JSBody(params = {"e", "name"}, script = "return !!e[name];")
    private static native boolean modifier(NativeEvent event, String name);

    @JSBody(params = "e", script = "var f = (e.dataTransfer || e.target || 0).files; return f ? f.length : 0;")
    static native int fileCount(NativeEvent event);

    @JSBody(params = {"e", "then"}, script = "Promise.all([].map.call((e.dataTransfer || e.target || 0).files, function(file) {"
            + "return file.slice(0, 4).text().then(function(magic) { return magic === 'GGUF'"
            + "? file.slice(0, 33554432).arrayBuffer().then(function(bytes) {"
            + "return new TextDecoder('x-user-defined').decode(bytes); })"
            + ": file.slice(0, 64000001).text(); }).catch(function() { return ''; })"
            + ".then(function(text) { return [file.name, text]; }); }))"
            + ".then(function(pairs) { then(pairs.flat()); });")
    private static native void readFiles(NativeEvent event, FilesRead then);

    @JSFunctor
    private interface FilesRead extends JSObject {
        void done(String[] namesAndTexts);
    }
}
