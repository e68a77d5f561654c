package dev.llmplanner.browser;

import java.util.ArrayList;
import java.util.List;

/** Charts that are to be drawn, one in a task: a page of many would hold keys and pointer for as long as all take. */
final class DrawingTurns {
    private static final List<ChartHost> WANTED = new ArrayList<>();

    private DrawingTurns() {
    }

    /** That chart is drawn when its turn comes, with what it shows then. */
    static void ask(ChartHost host) {
        if (WANTED.contains(host)) {
            return;
        }
        WANTED.add(host);
        if (WANTED.size() == 1) {
            Browser.later(DrawingTurns::next, 0);
        }
    }

    /** What is wanted is drawn at once, for paper and files. */
    static void drawAll() {
        while (!WANTED.isEmpty()) {
            WANTED.remove(0).draw();
        }
    }

    static void forget(ChartHost host) {
        WANTED.remove(host);
    }

    private static void next() {
        if (!WANTED.isEmpty()) {
            WANTED.remove(0).draw();
            if (!WANTED.isEmpty()) {
                Browser.later(DrawingTurns::next, 0);
            }
        }
    }
}
