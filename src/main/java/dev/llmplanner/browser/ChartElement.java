package dev.llmplanner.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * The element that shows a chart: a custom element, so that it hears of being put into the page, of other data, and of being
 * taken away, whoever does that.
 */
abstract class ChartElement implements JSObject {

    /**
     * Makes the browser know the element.
     *
     * @param connect called for each element in the page, once it has its data
     */
    @JSBody(params = {"name", "property", "connect"}, script = "if (customElements.get(name)) return;"
            + "function Chart() { return Reflect.construct(HTMLElement, [], Chart); }"
            + "Chart.prototype = Object.create(HTMLElement.prototype, {constructor: {value: Chart}});"
            + "Object.setPrototypeOf(Chart, HTMLElement);"
            + "Chart.prototype.connectedCallback = function() { if (this.given && !this.life) this.life = connect(this); };"
            + "Chart.prototype.disconnectedCallback = function() {"
            + "  if (this.life) this.life.gone(); this.life = undefined; };"
            + "Object.defineProperty(Chart.prototype, property, {"
            + "  get: function() { return this.given; },"
            + "  set: function(data) { var text = JSON.stringify(data); if (text === this.text) return;"
            + "    this.text = text; this.given = data;"
            + "    if (this.life) this.life.changed(); else if (this.isConnected) this.connectedCallback(); } });"
            + "customElements.define(name, Chart);")
    static native void define(String name, String property, Connect connect);

    /** What an element is told of its life. */
    @JSBody(params = {"changed", "gone"}, script =
            "return {changed: function() { changed(); }, gone: function() { gone(); }};")
    static native JSObject life(Browser.Callback changed, Browser.Callback gone);

    /** Room for the drawing, which nobody reads aloud, and the text of the present point, which is. */
    @JSBody(params = "element", script = "var plot = document.createElement('div'); plot.className = 'chart-plot';"
            + "plot.setAttribute('aria-hidden', 'true'); plot.style.height = element.given.option.figureHeight + 'px';"
            + "var says = document.createElement('p'); says.className = 'unseen'; says.setAttribute('role', 'status');"
            + "element.replaceChildren(plot, says);")
    static native void furnish(ChartElement element);

    @JSBody(params = {"element", "text", "pinned"}, script =
            "element.lastChild.textContent = pinned ? text + '\\n' + element.given.pinned : text;")
    static native void say(ChartElement element, String text, boolean pinned);

    /** Whether the present point stays; its text's edge shows it. */
    @JSBody(params = {"element", "pinned"}, script = "element.toggleAttribute('data-pinned', pinned);")
    static native void mark(ChartElement element, boolean pinned);

    @JSBody(params = "element", script = "var p = document.createElement('p'); p.className = 'chart-failed';"
            + "p.textContent = element.given.failed; element.replaceChildren(p);"
            + "var table = element.parentNode.querySelector('details'); if (table) table.open = true;")
    static native void fail(ChartElement element);

    /** Calls back when the element's width changes; the answer stops that. */
    @JSBody(params = {"element", "then"}, script = "var width = 0;"
            + "var observer = new ResizeObserver(function(entries) { var now = Math.round(entries[0].contentRect.width);"
            + "if (now && now !== width) { width = now; then(); } }); observer.observe(element); return observer;")
    static native JSObject onWidth(ChartElement element, Browser.Callback then);

    @JSBody(params = "observer", script = "observer.disconnect();")
    static native void stop(JSObject observer);

    /** Keys on the element, an empty one when the focus leaves it; and clicks on the figure's buttons with the format that they save. */
    @JSBody(params = {"element", "key", "save"}, script = "element.addEventListener('keydown', function(e) {"
            + "if (!e.ctrlKey && !e.metaKey && !e.altKey && key(e.key)) { e.preventDefault(); e.stopPropagation(); } });"
            + "element.addEventListener('blur', function() { key(''); });"
            + "var figure = element.closest('figure'); if (!figure || figure.saves) return; figure.saves = true;"
            + "figure.addEventListener('click', function(e) { var button = e.target.closest('[data-save]');"
            + "if (button) save(button.dataset.save); });")
    static native void listen(ChartElement element, Browser.KeyCallback key, TextCallback save);

    @JSBody(params = "element", script = "return element.given.csv;")
    static native String csv(ChartElement element);

    @JSBody(params = "element", script = "return element.given.file;")
    static native String file(ChartElement element);

    /** On paper the table is open. Calls back before and after. */
    @JSBody(params = {"before", "after"}, script = "var opened = [];"
            + "addEventListener('beforeprint', function() {"
            + "opened = opened.concat(Array.prototype.slice.call(document.querySelectorAll('details.chart-table:not([open])')));"
            + "opened.forEach(function(table) { table.open = true; }); before(); });"
            + "addEventListener('afterprint', function() {"
            + "opened.forEach(function(table) { table.open = false; }); opened = []; after(); });")
    static native void onPaper(Browser.Callback before, Browser.Callback after);

    /** Answers an element with its {@link #life}. */
    @JSFunctor
    interface Connect extends JSObject {
        JSObject call(ChartElement element);
    }

    /** Takes a text. */
    @JSFunctor
    interface TextCallback extends JSObject {
        void call(String text);
    }
}
