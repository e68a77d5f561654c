package dev.llmplanner.browser;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.program.Effect;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Does in the browser what a program asks for. */
final class EffectRunner {
    private final Consumer<Object> events;
    private final Searching searching;
    private final Set<String> loading = new HashSet<>();

    EffectRunner(Consumer<Object> events, Searching searching) {
        this.events = events;
        this.searching = searching;
    }

    void run(Effect effect) {
        if (effect instanceof Effect.Focus focus) {
            Browser.focus(focus.elementId());
        } else if (effect instanceof Effect.ScrollTo scroll) {
            Browser.scrollTo(scroll.elementId());
        } else if (effect instanceof Effect.OpenDialog open) {
            Browser.openDialog(open.elementId());
        } else if (effect instanceof Effect.CloseDialog close) {
            Browser.closeDialog(close.elementId());
        } else if (effect instanceof Effect.Copy copy) {
            copy(copy.text(), copy.done(), copy.failed());
        } else if (effect instanceof Effect.CopyAddress copy) {
            copy(Browser.address(), copy.done(), copy.failed());
        } else if (effect instanceof Effect.Download download) {
            Browser.download(download.fileName(), download.mediaType(), download.text());
        } else if (effect instanceof Effect.Save save) {
            Browser.save(save.fileName(), save.mediaType(), save.file().bytes());
        } else if (effect instanceof Effect.Load load) {
            load(load);
        } else if (effect instanceof Effect.Explain explain) {
            explain(explain);
        } else if (effect instanceof Effect.HandOver handOver) {
            if (loading.add(handOver.file())) {
                Browser.load(handOver.file(), () -> { }, () -> {
                    loading.remove(handOver.file());
                    events.accept(handOver.failed());
                });
            }
        } else if (effect instanceof Effect.Later later) {
            Browser.later(() -> events.accept(later.event()), later.milliseconds());
        } else if (effect instanceof Effect.Search search) {
            searching.run(search, events);
        } else if (effect instanceof Effect.StopSearch) {
            searching.stop();
        } else if (effect instanceof Effect.Screen screen) {
            searching.screen(screen, events);
        } else if (effect instanceof Effect.Tell tell) {
            Browser.tell(tell.target(), NativeJson.from(tell.message()));
        } else if (effect instanceof Effect.AskAddress ask) {
            String address = Browser.address();
            int hash = address.indexOf('#');
            events.accept(ask.done().apply(hash < 0 ? address : address.substring(0, hash)));
        } else if (effect instanceof Effect.Print) {
            Browser.print();
        }
    }

    private void copy(String text, Object done, Object failed) {
        Browser.copy(text, () -> events.accept(done), () -> events.accept(failed));
    }

    private void explain(Effect.Explain explain) {
        load(new Effect.Load("explain.js", "PLANNER_EXPLAIN", messages -> {
            Json figures = NativeJson.of(Browser.explain(NativeJson.from(explain.request())));
            Json table = ((JsonObject) messages).get("messages").orElseThrow();
            return explain.done().apply(
                    new JsonObject.Builder().put("figures", figures).put("messages", table).build());
        }, explain.failed()));
    }

    private void load(Effect.Load load) {
        if (Browser.hasGlobal(load.global())) {
            events.accept(load.done().apply(NativeJson.lazily(Browser.global(load.global()))));
        } else if (loading.add(load.file())) {
            Browser.load(load.file(), () -> {
                loading.remove(load.file());
                events.accept(load.done().apply(NativeJson.lazily(Browser.global(load.global()))));
            }, () -> {
                loading.remove(load.file());
                events.accept(load.failed());
            });
        }
    }
}
