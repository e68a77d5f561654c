package dev.llmplanner.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * How long the page takes from navigation until it answers to input.
 *
 * @param clockMilliseconds as a person waits
 * @param processorMilliseconds work of the page's main thread alone
 */
record OpeningTime(double clockMilliseconds, double processorMilliseconds) {
    private static final String INTERACTIVE = "() => performance.getEntriesByName('planner-interactive').length > 0";

    static OpeningTime of(DistPages pages) {
        Page page = pages.openBlank(new Browser.NewContextOptions());
        CDPSession session = page.context().newCDPSession(page);
        JsonObject domain = new JsonObject();
        domain.addProperty("timeDomain", "threadTicks");
        session.send("Performance.enable", domain);
        double before = taskSeconds(session);
        page.navigate(DistPages.DIST.resolve("index.html").toUri().toString());
        page.waitForFunction(INTERACTIVE);
        double after = taskSeconds(session);
        double clock = ((Number) page.evaluate(
                "() => performance.getEntriesByName('planner-interactive')[0].startTime")).doubleValue();
        return new OpeningTime(clock, (after - before) * 1000);
    }

    private static double taskSeconds(CDPSession session) {
        for (JsonElement metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("Chromium tells no TaskDuration");
    }
}
