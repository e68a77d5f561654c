package dev.llmplanner.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;

/**
 * A view of the page in one of its states.
 *
 * @param hash  its address
 * @param drawn what is there once it is drawn
 * @param after what a person does before the state is there
 * @param main  whether it is the view as it opens, and not another state of it
 */
record View(String name, String hash, String drawn, Consumer<Page> after, boolean main) {
    private static final String SERVER = "hgx-h100-8gpu-server";

    /** Nothing has changed for a while, and what is animated has ended. */
    private static final String CALM = """
            still => new Promise(done => {
              const end = () => { observer.disconnect(); requestAnimationFrame(() => requestAnimationFrame(done)); };
              let timer = setTimeout(end, still);
              const observer = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, still); });
              observer.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
            })""";
    private static final int STILL_MILLISECONDS = 400;

    /** Every view as it opens. */
    static final List<View> MAIN = List.of(
            view("calculator", "", ".strip .value"),
            view("models", "#models", "tr[data-id]:nth-child(2) .c-single-user"),
            view("tiers", "#models?by=tier", ".tier-grid button"),
            view("compare", "#compare?ids=deepseek-r1,llama-3.1-405b,glm-4.5", ".compare-bar"),
            view("model", "#model/deepseek-r1", ".chart-plot svg"),
            view("own-model", "#own-model", ".drop"),
            view("hardware", "#hardware", "tr[data-id]"),
            view("servers", "#servers", "tr[data-id]"),
            view("fabrics", "#fabrics", "tr[data-id]"),
            view("accelerator", "#accelerator/nvidia-h200-sxm-141gb", ".sources"),
            view("server", "#server/" + SERVER, ".sources"),
            view("fabric", "#fabric/ib-ndr", ".sources"),
            view("validator", "#validator?q=deepseek", ".validated"),
            view("matrix", "#matrix?q=llama&hq=nvidia", ".matrix td a"),
            view("xray", "#xray", ".chart-plot svg"),
            view("own-hardware", "#own-hardware", ".own-actions"),
            view("measurements", "#measurements", ".measurements-drop"),
            view("plan", "#plan", ".plans tbody tr"),
            view("handover", "#handover", ".handover-file"),
            view("materials", "#handover?tab=materials", ".handover-file"),
            view("report", "#handover?tab=report", ".handover-report"),
            view("guides", "#guides", ".guide-list"),
            view("guide", "#guide/size-your-first-deployment", ".scenario .value"),
            view("accuracy", "#accuracy", ".chart-plot svg"));

    /** Other states: nothing found, refused, unknown, absent, something open. */
    static final List<View> STATES = List.of(
            state("calculator-does-not-fit", "#calculator?gpus=1", ".strip.does-not-fit", page -> { }),
            state("calculator-unknown", "#calculator?hw=huawei-ascend-950dt", ".strip", page -> { }),
            state("calculator-wrong", "", ".strip", page -> page.locator("#field-users").fill("x")),
            state("calculator-work", "", ".strip", page -> page.locator(".work-button").first().click()),
            state("calculator-choices", "", ".strip", page -> page.locator("#field-model").fill("qwen")),
            state("calculator-snippet", "#models", ".models", page -> {
                page.evaluate("location.hash = '#calculator?gpus=8'");
                page.locator("#embed-open").click();
                page.locator("#snippet-html").waitFor();
            }),
            state("calculator-reset", "", ".strip", page -> page.locator(".actions button").last().click()),
            state("link-ignored", "#models?by=nothing&sort=nonsense", "#link-notice", page -> { }),
            state("models-none", "#models?q=zzzz", ".empty-state, .models", page -> { }),
            state("models-filters", "#models", ".models", page -> page.locator("#filters-toggle").click()),
            state("hardware-none", "#hardware?q=zzzz", ".found-elsewhere", page -> { }),
            state("absent", "#server/none", "h1", page -> { }),
            state("validator-wrong", "#validator?users=0", "main", page -> { }),
            state("plan-none", "#plan?ttft=0.001", ".plan-strip.does-not-fit", page -> { }),
            state("guide-absent", "#guide/none", "h1", page -> { }),
            state("own-model-refused", "#own-model", ".drop", page -> {
                page.locator(".paste textarea").fill("{");
                page.locator(".paste button").click();
            }));

    private static View view(String name, String hash, String drawn) {
        return new View(name, hash, drawn, page -> { }, true);
    }

    private static View state(String name, String hash, String drawn, Consumer<Page> after) {
        return new View(name, hash, drawn, after, false);
    }

    /** Opens it and waits until all is drawn. */
    void open(Page page) {
        page.navigate("about:blank");
        page.navigate(DistPages.DIST.resolve("index.html").toUri() + hash);
        page.locator(drawn).first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        calm(page);
        after.accept(page);
        calm(page);
    }

    static void calm(Page page) {
        calm(page, STILL_MILLISECONDS);
    }

    static void calm(Page page, int stillMilliseconds) {
        page.evaluate(CALM, stillMilliseconds);
    }
}
