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
                .add(fact("concurrency", figures.count(kv.maxConcurrency())))
                .add(fact("context", figures.tokens(kv.maxContextTokens())))
                .add(fact("capacity", figures.tokens(kv.tokenCapacity())))
                .add(fact("batch", scene.words().number(kv.runningBatch(), 1)))
                .add(fact("per-token", figures.bytes(kv.bytesPerToken())));
        if (kv.bytesPerSequence() > 0) {
            facts.add(fact("per-sequence", figures.bytes(kv.bytesPerSequence())));
        }
        return el("section", "kv").aria("labelledby", "kv-title")
                .add(el("h2").id("kv-title").text(scene.say("kv.title")))
                .add(facts);
    }

    private Html fact(String name, String value) {
        return el("div").key(name)
                .add(el("dt").text(scene.say("kv." + name)))
                .add(el("dd", "value").text(value))
                .add(el("dd", "help").text(scene.say("kv-help." + name)));
    }
}
