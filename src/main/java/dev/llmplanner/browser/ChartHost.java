package dev.llmplanner.browser;

import dev.llmplanner.view.chart.ChartFigure;
import dev.llmplanner.view.chart.Walk;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSObject;

/**
 * Draws one chart while its element is in the page.
 *
 * <p>The library is loaded when the first chart is shown. A point is shown while the mouse is near, or after an arrow key
 * until the focus leaves; a click or Enter pins it, so that it stays wherever mouse and focus go, and Escape lets it go.
 */
final class ChartHost {
    private static final String LIBRARY = "vendor/echarts.js";
    private static final String STYLE = "chart.css";
    private static final int PAPER_WIDTH = 660;
    /** Of a saved drawing, whatever the width of the page. */
    private static final int FILE_WIDTH = 720;
    private static final List<ChartHost> WAITING = new ArrayList<>();
    private static final List<ChartHost> DRAWN = new ArrayList<>();

    private final ChartElement element;
    private final JSObject observer;
    private Echarts chart;
    private Walk walk = Walk.before(List.of());
    /** Shown by a key: the mouse does not take it away while the focus is here. */
    private boolean held;
    private boolean pinned;
    /** The format of a drawing that was asked for before there was one. */
    private String awaited = "";

    private ChartHost(ChartElement element) {
        this.element = element;
        ChartElement.furnish(element);
        ChartElement.listen(element, this::key, this::save);
        this.observer = ChartElement.onWidth(element, this::resize);
        if (Browser.hasGlobal("echarts")) {
            DrawingTurns.ask(this);
        } else {
            WAITING.add(this);
            if (WAITING.size() == 1) {
                Browser.load(LIBRARY, () -> release(true), () -> release(false));
            }
        }
    }

    /** From now on the page's chart elements are drawn. */
    static void install() {
        Browser.loadStyles(STYLE, () -> { });
        ChartElement.onPaper(ChartHost::onPaper, () -> DRAWN.forEach(ChartHost::resize));
        ChartElement.define(ChartFigure.ELEMENT, ChartFigure.PROPERTY, element -> {
            ChartHost host = new ChartHost(element);
            return ChartElement.life(host::changed, host::gone);
        });
    }

    private static void release(boolean loaded) {
        List<ChartHost> waiting = List.copyOf(WAITING);
        WAITING.clear();
        for (ChartHost host : waiting) {
            if (loaded) {
                DrawingTurns.ask(host);
            } else {
                ChartElement.fail(host.element);
            }
        }
    }

    private static void onPaper() {
        DrawingTurns.drawAll();
        DRAWN.forEach(ChartHost::forPaper);
    }

    private void changed() {
        if (chart != null) {
            DrawingTurns.ask(this);
        }
    }

    /** Draws what its element holds now. */
    void draw() {
        if (chart == null) {
            chart = Echarts.open(element);
            DRAWN.add(this);
            Echarts.onPoint(chart, element, this::point);
        }
        Echarts.draw(chart, element);
        Echarts.scalable(chart);
        List<Integer> counts = new ArrayList<>();
        for (int count : Echarts.counts(element)) {
            counts.add(count);
        }
        walk = new Walk(counts, walk.series(), walk.index());
        if ((held || pinned) && walk.isAtPoint()) {
            show(true);
        } else {
            leave();
        }
        if (!awaited.isEmpty()) {
            String format = awaited;
            awaited = "";
            save(format);
        }
    }

    private void gone() {
        WAITING.remove(this);
        DrawingTurns.forget(this);
        DRAWN.remove(this);
        ChartElement.stop(observer);
        if (chart != null) {
            Echarts.close(chart);
            chart = null;
        }
    }

    private void resize() {
        if (chart != null) {
            Echarts.resize(chart);
            Echarts.scalable(chart);
        }
    }

    /** About the width of a page, so that texts keep their size there. */
    private void forPaper() {
        Echarts.resize(chart, PAPER_WIDTH);
        Echarts.scalable(chart);
    }

    private boolean key(String key) {
        if (chart == null) {
            return false;
        }
        if (Walk.isKey(key)) {
            walk = walk.after(key);
            held = true;
            pin(false);
            show(true);
            return true;
        }
        if (key.isEmpty()) {
            held = false;
            if (!pinned) {
                leave();
            }
            return false;
        }
        boolean pins = key.equals("Enter") || key.equals(" ");
        if (!walk.isAtPoint() || !pins && !key.equals("Escape")) {
            return false;
        }
        if (pins) {
            pin(!pinned);
            show(true);
        } else {
            leave();
        }
        return true;
    }

    private void pin(boolean wanted) {
        pinned = wanted;
        ChartElement.mark(element, wanted);
    }

    private void point(int series, int index, boolean clicked) {
        if ((held || pinned) && !clicked) {
            return;
        }
        pin(clicked && series >= 0);
        if (series < 0) {
            leave();
        } else if (clicked || walk.series() != series || walk.index() != index) {
            walk = walk.at(series, index);
            show(clicked);
        }
    }

    private void show(boolean aloud) {
        if (!walk.isAtPoint()) {
            return;
        }
        Echarts.hide(chart);
        Echarts.show(chart, walk.series(), walk.index());
        if (aloud) {
            ChartElement.say(element, Echarts.says(element, walk.series(), walk.index()), pinned);
        }
    }

    private void leave() {
        held = false;
        pin(false);
        walk = Walk.before(walk.counts());
        if (chart != null) {
            Echarts.hide(chart);
        }
        ChartElement.say(element, "", false);
    }

    private void save(String format) {
        DrawingTurns.drawAll();
        String name = ChartElement.file(element) + "." + format;
        if (format.equals("csv")) {
            String csv = ChartElement.csv(element);
            Browser.download(name, "text/csv;charset=utf-8", "\ufeff" + csv);
            Keepsake.showText(element, name, csv);
        } else if (chart == null) {
            awaited = format;
        } else if (format.equals("svg")) {
            String svg = drawing();
            Browser.download(name, "image/svg+xml", svg);
            Keepsake.showText(element, name, svg);
        } else if (format.equals("png")) {
            Keepsake.png(drawing(), data -> {
                Keepsake.download(name, data);
                Keepsake.showPicture(element, name, data);
            });
        }
    }

    /** The drawing as a file of its own: of one width everywhere, without the present point's text. */
    private String drawing() {
        Echarts.hide(chart);
        Echarts.resize(chart, FILE_WIDTH);
        String svg = Echarts.svg(chart, element);
        resize();
        if (walk.isAtPoint()) {
            show(false);
        }
        return svg;
    }
}
