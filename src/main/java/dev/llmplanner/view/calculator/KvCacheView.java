package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.engine.memory.KvCacheFigures;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Figures;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.work.WorkButton;

/** What the KV cache holds: how many users, how long a context. */
final class KvCacheView {
    private final Scene scene;

    KvCacheView(Scene scene) {
        this.scene = scene;
    }

    Html of(KvCacheFigures kv) {
        Figures figures = scene.figures();
        Html facts = el("dl", "facts")
                .add(fact("concurrency", "maxConcurrency", figures.count(kv.maxConcurrency())))
                .add(fact("context", "maxContextTokens", figures.tokens(kv.maxContextTokens())))
                .add(fact("capacity", "tokenCapacity", figures.tokens(kv.tokenCapacity())))
                .add(fact("batch", "runningBatch", scene.words().number(kv.runningBatch(), 1)))
                .add(fact("per-token", "bytesPerToken", figures.bytes(kv.bytesPerToken())));
        if (kv.bytesPerSequence() > 0) {
            facts.add(fact("per-sequence", "bytesPerSequence", figures.bytes(kv.bytesPerSequence())));
        }
        return el("section", "kv").aria("labelledby", "kv-title")
                .add(el("h2").id("kv-title").text(scene.say("kv.title")))
                .add(facts);
    }

    /**
     * @param member of the contract's result
     */
    private Html fact(String name, String member, String value) {
        String label = scene.say("kv." + name);
        return el("div").key(name)
                .add(el("dt").text(label))
                .add(el("dd", "value").text(value).add(WorkButton.of(scene, "kvCache." + member, label)))
                .add(el("dd", "help").text(scene.say("kv-help." + name)));
    }
}
