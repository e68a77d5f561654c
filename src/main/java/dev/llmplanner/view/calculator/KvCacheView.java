package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.engine.memory.KvCacheFigures;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Figures;
import dev.llmplanner.view.node.Html;

/** What the KV cache holds: how many users, how long a context. */
final class KvCacheView {
    private final Scene scene;

    KvCacheView(Scene scene) {
        this.scene = scene;
    }

    Html of(KvCacheFigures kv) {
        Figures figures = scene.figures();
        Html facts = el("dl", "facts")
                .add(fact("kv.concurrency", figures.count(kv.maxConcurrency())))
                .add(fact("kv.context", figures.tokens(kv.maxContextTokens())))
                .add(fact("kv.capacity", figures.tokens(kv.tokenCapacity())))
                .add(fact("kv.batch", scene.words().number(kv.runningBatch(), 1)))
                .add(fact("kv.per-token", figures.bytes(kv.bytesPerToken())));
        if (kv.bytesPerSequence() > 0) {
            facts.add(fact("kv.per-sequence", figures.bytes(kv.bytesPerSequence())));
        }
        return el("section", "kv").aria("labelledby", "kv-title")
                .add(el("h2").id("kv-title").text(scene.say("kv.title")))
                .add(facts);
    }

    private Html fact(String key, String value) {
        return el("div").key(key)
                .add(el("dt").text(scene.say(key)))
                .add(el("dd", "value").text(value))
                .add(el("dd", "help").text(scene.say(key + ".help")));
    }
}
