package dev.llmplanner.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** How far a page's content moved, as Chromium's layout-instability entries say. */
public final class LayoutShift {
    /** What a page must run before it loads. */
    public static final String OBSERVE = """
            window.shifts = [];
            new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push({value: entry.value,
              asked: entry.hadRecentInput, of: entry.sources.map(source => source.node)}))).observe({type: 'layout-shift', buffered: true});""";

    static final WaitForSelectorState ATTACHED = WaitForSelectorState.ATTACHED;

    private LayoutShift() {
    }

    /** All shifts that no input explains; at least the cumulative layout shift, which counts the worst five seconds. */
    public static double byItself(Page page) {
        return sum(page, "shift => !shift.asked");
    }

    private static double sum(Page page, String which) {
        return ((Number) page.evaluate("() => window.shifts.filter(" + which + ").reduce((sum, shift) => sum + shift.value, 0)"))
                .doubleValue();
    }
}
