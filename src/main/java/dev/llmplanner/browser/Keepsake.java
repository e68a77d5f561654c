package dev.llmplanner.browser;

import org.teavm.jso.JSBody;

/**
 * What a reader keeps of a chart where a download may not come: a frame with a sandbox refuses it without a word, so such a
 * page shows the file's content beside offering it.
 */
final class Keepsake {
    private Keepsake() {
    }

    /** That drawing as a picture of twice as many pixels, as a data address. */
    @JSBody(params = {"svg", "then"}, script = "var image = new Image(); image.onload = function() {"
            + "var canvas = document.createElement('canvas');"
            + "canvas.width = 2 * image.width; canvas.height = 2 * image.height;"
            + "canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);"
            + "then(canvas.toDataURL('image/png')); };"
            + "image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);")
    static native void png(String svg, ChartElement.TextCallback then);

    /** Hands over a picture as a file. */
    @JSBody(params = {"name", "data"}, script = "var a = document.createElement('a'); a.href = data; a.download = name;"
            + "document.body.appendChild(a); a.click(); a.remove();")
    static native void download(String name, String data);

    /** Only in a frame of an opaque origin: the text of a file, selected. */
    static void showText(ChartElement element, String name, String text) {
        show(element, name, "textarea", text);
    }

    /** Only in a frame of an opaque origin: a picture, which the browser's own menu saves. */
    static void showPicture(ChartElement element, String name, String data) {
        show(element, name, "img", data);
    }

    @JSBody(params = {"element", "name", "kind", "content"}, script = ""
            + "if (window.top === window || self.origin !== 'null') return;"
            + "var box = document.createElement('dialog'), title = document.createElement('h2'), help = document.createElement('p'),"
            + "  kept = document.createElement(kind), close = document.createElement('button');"
            + "box.className = 'chart-kept'; title.textContent = name; help.textContent = element.given.kept;"
            + "title.id = 'chart-kept-title'; box.setAttribute('aria-labelledby', title.id);"
            + "if (kind === 'img') { kept.alt = element.given.title; kept.src = content; }"
            + "else { kept.value = content; kept.readOnly = true; kept.rows = 12;"
            + "  kept.setAttribute('aria-label', name); kept.onfocus = function() { kept.select(); }; }"
            + "close.type = 'button'; close.textContent = element.given.close;"
            + "close.onclick = function() { box.close(); }; box.onclose = function() { box.remove(); };"
            + "box.append(title, help, kept, close); document.body.appendChild(box); box.showModal();")
    private static native void show(ChartElement element, String name, String kind, String content);
}
