package dev.llmplanner.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** A drawing by Apache ECharts' global, of {@code vendor/echarts.js}. */
abstract class Echarts implements JSObject {

    @JSBody(params = "element", script = "return echarts.init(element.firstChild, null, {renderer: 'svg'});")
    static native Echarts open(ChartElement element);

    /** Draws the element's option: with the page's font, and its own texts at the ticks. */
    @JSBody(params = {"chart", "element"}, script = "var option = element.given.option;"
            + "option.textStyle.fontFamily = getComputedStyle(element).fontFamily;"
            + "[option.xAxis, option.yAxis].forEach(function(axis) { var label = axis && axis.axisLabel;"
            + "  if (!label || !label.texts) return; var all = label.customValues, texts = label.texts;"
            + "  label.formatter = function(value) { var best = 0;"
            + "    all.forEach(function(at, i) { if (Math.abs(at - value) < Math.abs(all[best] - value)) best = i; });"
            + "    return texts[best]; }; });"
            + "element.firstChild.style.height = option.figureHeight + 'px';"
            + "chart.resize(); chart.setOption(option, {notMerge: true});")
    static native void draw(Echarts chart, ChartElement element);

    /** On paper the drawing takes the width that is there. */
    @JSBody(params = "chart", script = "var svg = chart.getDom().querySelector('svg');"
            + "if (svg) svg.setAttribute('viewBox', '0 0 ' + chart.getWidth() + ' ' + chart.getHeight());")
    static native void scalable(Echarts chart);

    @JSBody(params = "chart", script = "chart.resize({width: 'auto'});")
    static native void resize(Echarts chart);

    /** Drawn before it returns: paper does not wait for the next frame. */
    @JSBody(params = {"chart", "width"}, script = "chart.resize({width: width}); chart.getZr().flush();")
    static native void resize(Echarts chart, int width);

    @JSBody(params = "chart", script = "chart.dispose();")
    static native void close(Echarts chart);

    /** Points of each series that say something. */
    @JSBody(params = "element", script = "return element.given.option.series.map(function(series) {"
            + "return series.data.filter(function(item) { return item.tooltip; }).length; });")
    static native int[] counts(ChartElement element);

    @JSBody(params = {"element", "series", "index"}, script =
            "return element.given.option.series[series].data[index].tooltip.formatter;")
    static native String says(ChartElement element, int series, int index);

    @JSBody(params = {"chart", "series", "index"}, script =
            "chart.dispatchAction({type: 'highlight', seriesIndex: series, dataIndex: index});"
            + "chart.dispatchAction({type: 'showTip', seriesIndex: series, dataIndex: index});")
    static native void show(Echarts chart, int series, int index);

    @JSBody(params = "chart", script = "chart.dispatchAction({type: 'downplay'}); chart.dispatchAction({type: 'hideTip'});")
    static native void hide(Echarts chart);

    /**
     * Tells of the point under the mouse or finger, −1 for none: a bar anywhere on it, a symbol within 20 px.
     */
    @JSBody(params = {"chart", "element", "then"}, script = "function near(e) { var best = [-1, -1], least = 400;"
            + "  element.given.option.series.forEach(function(series, i) { if (series.type === 'bar') return;"
            + "    series.data.forEach(function(item, j) { if (!item.tooltip) return;"
            + "      var at = chart.convertToPixel({seriesIndex: i}, item.value);"
            + "      var far = Math.pow(at[0] - e.offsetX, 2) + Math.pow(at[1] - e.offsetY, 2);"
            + "      if (far < least) { least = far; best = [i, j]; } }); }); return best; }"
            + "function barAt(e) { var bars = element.given.option.series.some(function(s) { return s.type === 'bar'; });"
            + "  return bars && e.target ? bar : bars ? [-1, -1] : near(e); }"
            + "var bar = [-1, -1], zr = chart.getZr();"
            + "chart.on('mouseover', function(e) { bar = e.componentType === 'series' ? [e.seriesIndex, e.dataIndex] : [-1, -1];"
            + "  if (e.seriesType === 'bar') then(bar[0], bar[1], false); });"
            + "chart.on('mouseout', function() { bar = [-1, -1]; });"
            + "['mousemove', 'click'].forEach(function(kind) { zr.on(kind, function(e) {"
            + "  var at = barAt(e); then(at[0], at[1], kind === 'click'); }); });"
            + "zr.on('globalout', function() { then(-1, -1, false); });")
    static native void onPoint(Echarts chart, ChartElement element, PointCallback then);

    /**
     * The drawing as a file of its own: its title above it and its summary as its description, light colours instead of the
     * page's properties, its patterns shown.
     */
    @JSBody(params = {"chart", "element"}, script = "var from = chart.getDom().querySelector('svg');"
            + "var to = from.cloneNode(true), space = 'http://www.w3.org/2000/svg';"
            + "element.style.colorScheme = 'light'; element.style.color = 'var(--text)';"
            + "function copy(a, b) { var style = getComputedStyle(a);"
            + "  ['fill', 'stroke'].forEach(function(name) {"
            + "    if ((a.getAttribute(name) || '').indexOf('var(') >= 0) b.setAttribute(name, style[name]); });"
            + "  if (a.tagName === 'text') ['font-size', 'font-weight'].forEach(function(name) {"
            + "    b.setAttribute(name, style.getPropertyValue(name)); });"
            + "  b.removeAttribute('style'); for (var i = 0; i < a.children.length; i++) copy(a.children[i], b.children[i]); }"
            + "copy(from, to); var root = getComputedStyle(element), width = chart.getWidth(), given = element.given;"
            + "var pen = document.createElement('canvas').getContext('2d'); pen.font = '600 16px ' + root.fontFamily;"
            + "var lines = [''];"
            + "given.title.split(/(?<= )|(?=[\\u2e80-\\uffef])/).forEach(function(word) { var last = lines.length - 1;"
            + "  if (lines[last] && pen.measureText(lines[last] + word).width > width - 16) lines.push(word);"
            + "  else lines[last] += word; });"
            + "var top = 24 * lines.length + 12, height = chart.getHeight() + top;"
            + "function part(name, text, attributes) { var e = document.createElementNS(space, name); e.textContent = text;"
            + "  for (var key in attributes) e.setAttribute(key, attributes[key]); return e; }"
            + "var body = part('g', '', {transform: 'translate(0 ' + top + ')'});"
            + "while (to.firstChild) body.appendChild(to.firstChild);"
            + "to.setAttribute('width', width); to.setAttribute('height', height);"
            + "to.setAttribute('viewBox', '0 0 ' + width + ' ' + height); to.setAttribute('font-family', root.fontFamily);"
            + "to.setAttribute('role', 'img'); to.setAttribute('lang', document.documentElement.lang);"
            + "to.appendChild(part('title', given.title)); to.appendChild(part('desc', given.summary));"
            + "to.appendChild(part('rect', '', {width: '100%', height: '100%', fill: root.backgroundColor}));"
            + "lines.forEach(function(line, i) { to.appendChild(part('text', line.trim(), {x: 8, y: 24 * (i + 1),"
            + "  'font-size': 16, 'font-weight': 600, fill: root.color})); });"
            + "to.appendChild(body); element.style.colorScheme = element.style.color = '';"
            + "return new XMLSerializer().serializeToString(to);")
    static native String svg(Echarts chart, ChartElement element);

    /** Takes series, index, and whether the point was clicked. */
    @JSFunctor
    interface PointCallback extends JSObject {
        void call(int series, int index, boolean clicked);
    }
}
