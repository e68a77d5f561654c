package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody who clicks and types anything anywhere, seeded: nothing is written to the console, nothing is thrown, the heap
 * stays, and what the address holds opens the same page again.
 *
 * <p>A short run here; docs/performance.md has the command of ten thousand actions. The heap is compared with that after
 * every view was drawn in both languages with all that unfolds in it, and after actions of a seed of their own, the same
 * however long the run: until then the browser reads and compiles what is new to it. A short run warms up by visits alone, and
 * prints the heap without judging it.
 */
@ExtendWith(BrowserExtension.class)
class RandomActionsIT {
    private static final int ACTIONS = Integer.getInteger("actions", 150);
    private static final long SEED = Long.getLong("seed", 20261123);
    private static final int BETWEEN_CHECKS = 100;
    private static final double HEAP_GROWTH = 0.10;
    private static final int LONG = 2000;
    private static final int WARM_UP = ACTIONS >= LONG ? 1500 : 0;
    private static final long WARM_UP_SEED = 1;
    /** Trees that a page which forgets nothing would hold: seen to turn a long run red. */
    private static final boolean LEAK = Boolean.getBoolean("leak");
    private static final List<String> PLACES = List.of("calculator", "models", "model/deepseek-r1", "compare?ids=deepseek-r1,kimi-k2",
            "own-model", "plan", "handover", "hardware", "accelerator/nvidia-h200-sxm-141gb", "server/nvidia-dgx-h200", "servers",
            "fabrics", "xray", "own-hardware", "validator", "matrix", "measurements", "accuracy", "guides",
            "guide/size-your-first-deployment", "calculator?model=nobody&gpus=x", "nowhere", "model/none?%zz=1&lang=xx");
    private static final List<String> KEYS = List.of("Control+z", "Control+y", "Control+Shift+z", "Escape", "Tab", "Enter", "ArrowDown",
            "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "?", "/", "j", "k", "c", "Space", "Backspace", "7");

    /** One action on the page's own elements. Real keys and the address come from outside. */
    private static final String ACT = """
            ([kind, a, b]) => {
              const pick = (list, x) => list[Math.floor(x * list.length)];
              const open = document.querySelector('dialog[open]');
              const seen = selector => [...(open || document).querySelectorAll(selector)].filter(e => e.checkVisibility());
              const texts = ['', '0', '1', '8', '64', '4096', '-3', '1e9', '1,5', 'abc', '999999999999', '８', 'qwen', 'deepseek', '<b>', '"', '%', '\\u0000'];
              const junk = ['{', '[]', '{"model_type": "llama"}', 'GGUF', '', '<html>', '{"kind": "llm-deployment-planner/hardware"}', '\\u0000\\u0001', 'a,b\\n1,2'];
              if (kind === 'click') {
                const e = pick(seen('button, a[href^="#"], summary, label, td, [role=tab], [role=option]'), a);
                if (e) e.click();
              } else if (kind === 'type') {
                const e = pick(seen('input[type=text], input[type=search], input[type=range], textarea'), a);
                if (!e) return;
                e.focus();
                const type = e.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
                Object.getOwnPropertyDescriptor(type.prototype, 'value').set.call(e, e.type === 'range' ? b * e.max : pick(texts, b));
                e.dispatchEvent(new Event('input', {bubbles: true}));
                if (b > 0.5) e.dispatchEvent(new Event('change', {bubbles: true}));
              } else if (kind === 'choose') {
                const e = pick(seen('select'), a);
                if (!e) return;
                e.value = pick([...e.options], b).value;
                e.dispatchEvent(new Event('change', {bubbles: true}));
              } else if (kind === 'tick') {
                const e = pick(seen('input[type=radio], input[type=checkbox]'), a);
                if (e) e.click();
              } else if (kind === 'file') {
                const given = new DataTransfer();
                given.items.add(new File([pick(junk, b)], pick(['config.json', 'x.gguf', 'run.jsonl', 'log.txt', 'a.csv'], a)));
                const field = pick(seen('input[type=file]'), a);
                if (field && b > 0.3) {
                  field.files = given.files;
                  field.dispatchEvent(new Event('change', {bubbles: true}));
                } else {
                  const target = document.querySelector('main > *') || document.body;
                  const drop = new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: given});
                  target.dispatchEvent(drop);
                }
              } else if (kind === 'scroll') {
                scrollTo(0, b * document.body.scrollHeight);
              } else if (kind === 'back') {
                if (a > 0.4) history.back(); else history.forward();
              } else if (kind === 'settings') {
                const e = document.getElementById(a < 0.5 ? 'language' : 'theme');
                if (open) return;
                e.value = pick([...e.options], b).value;
                e.dispatchEvent(new Event('change', {bubbles: true}));
              }
            }""";

    /** Keeps every node that was ever in the page. */
    private static final String KEEP = """
            window.leaked = [];
            new MutationObserver(all => all.forEach(each => window.leaked.push(...each.removedNodes)))
                .observe(document, {subtree: true, childList: true});""";

    /** Opens what is folded, and how a figure is computed. */
    private static final String UNFOLD = """
            () => {
              document.querySelectorAll('main details:not([open]) > summary').forEach(summary => summary.click());
              const work = document.querySelector('main .work-button');
              if (work) work.click();
            }""";

    /** What was entered; prices stand beside an answer that is still being searched. */
    private static final String FIELDS = """
            () => [...document.querySelectorAll('main input[id]:not([type=file], [id^=price-]), main select[id]')]
                .map(e => e.id + '=' + (e.type === 'radio' || e.type === 'checkbox' ? e.checked : e.value)).join('&')""";

    @Test
    void anythingAnywhereLeavesAPageThatWorks(DistPages pages) {
        Page page = pages.open("");
        page.addInitScript("window.print = () => {};");
        if (LEAK) {
            page.addInitScript(KEEP);
        }
        page.reload();
        Random random = new Random(SEED);
        CDPSession session = page.context().newCDPSession(page);
        warmUp(page);
        assertThat(pages.messages()).as("console after the warm-up").isEmpty();
        double start = heap(page, session);
        int checked = 0;
        List<String> last = new ArrayList<>();
        for (int i = 1; i <= ACTIONS; i++) {
            last.add(act(page, random));
            if (i % BETWEEN_CHECKS == 0) {
                assertThat(pages.messages()).as("console after action %d; the last: %s", i, last).isEmpty();
                last.clear();
                checked += opensAgain(page, pages) ? 1 : 0;
            }
        }
        visitEverything(page);
        double end = heap(page, session);
        System.out.printf("random actions: %d of seed %d, %d addresses opened again; heap %.1f MB, then %.1f MB (%+.1f %%)%n",
                ACTIONS, SEED, checked, start / 1e6, end / 1e6, (end / start - 1) * 100);
        if (ACTIONS >= LONG) {
            assertThat(end).isLessThan(start * (1 + HEAP_GROWTH));
        }
    }

    private static String act(Page page, Random random) {
        double dice = random.nextDouble();
        double a = random.nextDouble();
        double b = random.nextDouble();
        String kind = dice < 0.34 ? "click" : dice < 0.58 ? "type" : dice < 0.68 ? "choose" : dice < 0.73 ? "tick"
                : dice < 0.76 ? "file" : dice < 0.78 ? "scroll" : dice < 0.81 ? "back" : dice < 0.83 ? "settings"
                : dice < 0.90 ? "key" : "go";
        if (kind.equals("key")) {
            kind = KEYS.get((int) (a * KEYS.size()));
            page.keyboard().press(kind);
        } else if (kind.equals("go")) {
            kind = PLACES.get((int) (a * PLACES.size()));
            page.evaluate("to => { location.hash = to; }", kind);
        } else {
            page.evaluate(ACT, new Object[] {kind, a, b});
        }
        if (b < 0.05) {
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)))");
        }
        return "%s %.3f %.3f".formatted(kind, a, b);
    }

    /** What the page reads and compiles once: each view with its data and what unfolds in it, then what readers do with it. */
    private static void warmUp(Page page) {
        if (ACTIONS >= LONG) {
            for (String language : List.of("zh-CN", "en")) {
                for (View view : View.MAIN) {
                    String hash = view.hash().isEmpty() ? "#calculator" : view.hash();
                    page.evaluate("to => { location.hash = to; }", hash + (hash.contains("?") ? "&" : "?") + "lang=" + language);
                    page.locator(view.drawn()).first().waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.ATTACHED).setTimeout(60_000));
                    page.evaluate(UNFOLD);
                    page.waitForTimeout(500);
                }
            }
        }
        visitEverything(page);
        Random random = new Random(WARM_UP_SEED);
        for (int i = 0; i < WARM_UP; i++) {
            act(page, random);
        }
        visitEverything(page);
    }

    /** The pages, each with its data, and the Calculator again as a first visit shows it. */
    private static void visitEverything(Page page) {
        page.keyboard().press("Escape");
        for (String language : List.of("zh-CN", "en")) {
            for (String place : PLACES.subList(0, 20)) {
                page.evaluate("to => { location.hash = to; }", place);
                page.waitForTimeout(ACTIONS >= LONG ? 150 : 50);
            }
            page.evaluate("language => { location.hash = 'calculator?lang=' + language; }", language);
            page.waitForSelector("#verdict");
            page.waitForTimeout(300);
        }
    }

    /** Whether the address could be opened in another window; with the same fields and address then. */
    private static boolean opensAgain(Page page, DistPages pages) {
        page.waitForTimeout(100);
        boolean wrong = (Boolean) page.evaluate("() => !!document.querySelector('main [aria-invalid=true], main .wrong, #link-notice, main .own')");
        String hash = (String) page.evaluate("() => location.hash");
        if (wrong || hash.isEmpty() || hash.contains("own")) {
            return false;
        }
        Page again = pages.openAgain(page, hash);
        again.waitForSelector("main h1", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        again.waitForFunction("() => !document.querySelector('main .loading')");
        again.waitForTimeout(300);
        assertThat(again.evaluate("() => location.hash")).isEqualTo(hash);
        Object fields = page.evaluate(FIELDS);
        assertThat(again.evaluate(FIELDS)).as(hash).isEqualTo(fields);
        again.close();
        return true;
    }

    private static double heap(Page page, CDPSession session) {
        for (int i = 0; i < 3; i++) {
            session.send("HeapProfiler.collectGarbage");
            page.waitForTimeout(100);
        }
        JsonObject usage = session.send("Runtime.getHeapUsage");
        return usage.get("usedSize").getAsDouble();
    }
}
