package dev.llmplanner.browser;

import org.teavm.jso.JSBody;

/**
 * What a reader keeps of a chart where a download may not come: a frame with a sandbox refuses it without a word, so such a
 * page shows the file's content beside offering it.
 */
final class Keepsake {
    private static final String SHOW = "function show(element, name, kind, fill) {"
            + "if (window.top === window || self.origin !== 'null') return;"
            + "var box = document.createElement('dialog'), title = document.createElement('h2'), help = document.createElement('p'),"
            + "  content = document.createElement(kind), close = document.createElement('button');"
            + "box.className = 'chart-kept'; title.textContent = name; help.textContent = element.given.kept;"
            + "title.id = 'chart-kept-title'; box.setAttribute('aria-labelledby', title.id);"
            + "close.type = 'button'; close.textContent = element.given.close; fill(content);"
            + "close.onclick = function() { box.close(); }; box.onclose = function() { box.remove(); };"
            + "box.append(title, help, content, close); document.body.appendChild(box); box.showModal(); }";

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
    @JSBody(params = {"element", "name", "text"}, script = SHOW
            + "show(element, name, 'textarea', function(field) { field.value = text; field.readOnly = true; field.rows = 12;"
            + "field.setAttribute('aria-label', name); field.onfocus = function() { field.select(); }; });")
    static native void showText(ChartElement element, String name, String text);

    /** Only in a frame of an opaque origin: a picture, which the browser's own menu saves. */
    @JSBody(params = {"element", "name", "data"}, script = SHOW
            + "show(element, name, 'img', function(image) { image.alt = element.given.title; image.src = data; });")
    static native void showPicture(ChartElement element, String name, String data);
}
