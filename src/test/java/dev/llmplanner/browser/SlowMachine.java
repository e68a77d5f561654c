package dev.llmplanner.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.Locale;

/** What a page takes on a processor that is so many times slower. */
public final class SlowMachine {
    private static final double RATE = 4;

    private SlowMachine() {
    }

    /** The first load: when it answers to input, and how far it moved. */
    public static String firstLoad(DistPages pages) {
        double clock = Double.POSITIVE_INFINITY;
        double shift = 0;
        for (int i = 0; i < 5; i++) {
            Page page = slow(pages);
            page.addInitScript(LayoutShift.OBSERVE);
            page.navigate(DistPages.DIST.resolve("index.html").toUri().toString());
            page.waitForFunction("() => performance.getEntriesByName('planner-interactive').length > 0");
            clock = Math.min(clock, ((Number) page.evaluate(
                    "() => performance.getEntriesByName('planner-interactive')[0].startTime")).doubleValue());
            page.waitForTimeout(1500);
            shift = Math.max(shift, LayoutShift.byItself(page));
            page.context().close();
        }
        return String.format(Locale.ROOT, "first load: interactive after %.0f ms (best of 5), layout shift %.4f (worst of 5)%n", clock, shift);
    }

    /** The longest task while a field of that page takes another number, in time of its thread. */
    public static String input(DistPages pages, String hash, String field, String... texts) {
        Page page = slow(pages);
        page.addInitScript(LayoutShift.OBSERVE);
        page.navigate(DistPages.DIST.resolve("index.html").toUri() + hash);
        page.waitForSelector("#" + field);
        page.waitForTimeout(6000);
        page.locator("#" + field).fill(texts[0]);
        page.waitForTimeout(3000);
        page.context().browser().startTracing(page, new Browser.StartTracingOptions().setCategories(BusyTime.CATEGORIES));
        for (String text : texts) {
            page.locator("#" + field).fill(text);
            page.waitForTimeout(1500);
        }
        double longest = BusyTime.longestMilliseconds(page.context().browser().stopTracing());
        String line = String.format(Locale.ROOT, "%-16s %-14s longest task %6.1f ms of the thread, layout shift %.4f%n",
                hash.isEmpty() ? "#calculator" : hash, field, longest, LayoutShift.byItself(page));
        page.context().close();
        return line;
    }

    private static Page slow(DistPages pages) {
        Page page = pages.openBlank(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1440, 900));
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", RATE);
        page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
        return page;
    }
}
